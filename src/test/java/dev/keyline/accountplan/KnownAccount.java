package dev.keyline.accountplan;

import static io.restassured.RestAssured.given;

import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.restassured.specification.RequestSpecification;
import org.jdbi.v3.core.Jdbi;

/** An account with its people, whom plans may name: contacts cfo and eng, manager m, sponsor s, product suite. */
public final class KnownAccount {
    public static final String PLAN = "/accounts/acme/plan";

    /** A plan with something in every section. */
    public static final String WHOLE = """
            {
             "summary": {"business": "Makes valves for water works", "goals": "Halve unplanned outages by 2028",
                         "partnership": "Our platform tells them which valve fails next"},
             "goals": [{"id": "g1", "statement": "Predict failures a week ahead", "measure": "share of failures foreseen",
                        "target": "80 %", "dueOn": "2027-06-30", "state": "open"}],
             "actions": [{"id": "a1", "what": "Connect the Bilbao works", "owner": "m", "dueOn": "2026-12-01", "state": "open",
                          "goal": "g1"}],
             "roadmap": [{"id": "o1", "opportunity": "Roll out to the Iberian works", "kind": "land-and-expand",
                          "productId": "suite", "value": 120000, "currency": "EUR", "on": "2027-02-01", "initiative": "i1"}],
             "competitors": [{"id": "k1", "name": "Rival", "strengths": "Price", "threat": "medium",
                              "ourAnswer": "Accuracy they cannot show"}],
             "needs": [{"id": "n1", "kind": "pain-point", "statement": "Night shifts read gauges by hand",
                        "businessUnit": "Operations"}],
             "risks": [{"id": "r1", "risk": "The champion moves on", "likelihood": "medium", "impact": "high",
                        "mitigation": "Win her deputy", "owner": "m", "state": "open", "cause": "champion-silent"}],
             "metrics": [{"id": "m1", "name": "Manual readings", "category": "business-outcome", "baseline": 900, "target": 100,
                          "unit": "hours a quarter", "agreedOn": "2026-01-15", "agreedWith": "cfo"}],
             "value": [{"id": "v1", "statement": "200 hours of manual work less a quarter", "deliveredOn": "2026-06-30",
                        "amount": 200, "unit": "hours a quarter", "metric": "m1", "confirmedBy": "cfo"}],
             "stakeholders": [{"id": "s1", "contactId": "eng", "influence": "low", "stance": "sceptical"},
                              {"id": "s2", "contactId": "cfo", "influence": "high", "stance": "supporter", "owner": "s",
                               "note": "Wants figures first"}],
             "feedback": [{"id": "f1", "productId": "suite", "what": "No Basque user interface", "passedOnOn": "2026-05-05",
                           "state": "planned"}],
             "reference": {"coMarketing": ["A talk at the water fair"], "note": "No logo on our site"},
             "businessReviews": [{"id": "b1", "heldOn": "2026-07-10", "attendees": ["Cleo Fo", "Mia Manager"],
                                  "valueProved": "200 hours", "prioritiesAligned": "Bilbao next", "risksRaised": "One champion"}],
             "initiatives": [{"id": "i1", "name": "Iberian growth", "sponsor": "The board", "startsOn": "2026-01-01",
                              "endsOn": "2028-12-31", "budget": 5000000, "currency": "EUR"}],
             "budget": {"fiscalYearStartsIn": 4, "planningStartsIn": 11, "decidedIn": 2},
             "agenda": [{"id": "q1", "part": "value-proved", "item": "Hours saved", "why": "The board asked",
                         "reviewOn": "2027-01-10"}]
            }
            """;

    private KnownAccount() {}

    public static void make(Jdbi jdbi) {
        EmptyPortfolio.make(jdbi);
        jdbi.useHandle(handle -> handle.execute("""
                insert into account_group (id, name) values ('g', 'Acme worldwide');
                insert into product (id, name) values ('suite', 'Suite');
                insert into person (id, name, kind, level) values ('m', 'Mia Manager', 'account-manager', 1),
                                                                  ('s', 'Sol Sponsor', 'executive', 5);
                insert into account (id, name, group_id, industry, region, country, employees, annual_turnover,
                                     turnover_currency, customer_since, reference_standing)
                values ('acme', 'Acme', 'g', 'Manufacturing', 'Iberia', 'ES', 5000, 900000000, 'USD', '2022-01-01', 'private');
                insert into account (id, name) values ('other', 'Other');
                insert into assignment (account_id, role, person_id) values ('acme', 'account-manager', 'm'),
                                                                            ('acme', 'executive-sponsor', 's');
                insert into contact (id, account_id, name, title, role, level, sentiment, last_contacted_on)
                values ('cfo', 'acme', 'Cleo Fo', 'CFO', 'economic-buyer', 5, 'positive', '2026-06-01'),
                       ('eng', 'acme', 'Ed Engineer', null, 'technical-decision-maker', 2, 'neutral', null),
                       ('new', 'acme', 'Nia New', null, 'champion', 3, 'positive', null),
                       ('stranger', 'other', 'Stan Stranger', null, 'end-user', 1, null, null);
                """));
    }

    public static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, "for-tests-only").contentType("application/json");
    }

    /** Writes the plan over whatever is there. */
    public static void plan(String document) {
        as("manager").header("If-Match", "*").body(document).put(PLAN).then().statusCode(200);
    }
}
