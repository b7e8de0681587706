package dev.keyline.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tier 1 from 75 instead of 80. Every account has revenue 60, alignment 70, relationship 100 and influence 100, so that
 * the score is 0.3 × 60 + 0.25 × growth + 0.2 × 70 + 0.15 × 100 + 0.1 × 100 = 57 + growth / 4: Acme 82, Bolt and Echo 77,
 * Cliff 72. Dune has 77, too, and is Tier 2 by hand. Care takes 10 points a month in Tier 1 and 3 in Tier 2.
 */
@QuarkusTest
class RehearsedTierTest {
    private static final String CORPORATE = "5000";
    private static final String LARGE = "300";
    private static final String MEDIUM = "60";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Inject
    Stage stage;

    @BeforeEach
    void the_book() {
        stage.empty();
        stage.person("ann", "{North}", 20);
        stage.person("bob", "{North}", 110);
        stage.person("cat", "{South}", 110);
        stage.put("/accounts/acme", account("Acme", "North", "ann", CORPORATE, 100_000));
        stage.put("/accounts/bolt", account("Bolt", "North", "ann", LARGE, 100_000));
        stage.put("/accounts/cliff", account("Cliff", "North", "ann", MEDIUM, 100_000));
        stage.put(
                "/accounts/dune",
                account("Dune", "North", "ann", LARGE, 100_000).replaceFirst("\\{", """
                        {"tierOverride": {"tier": "Tier 2", "reason": "Agreed", "author": "manager", "expiresOn": "%s"},
                        """.formatted(today.plusDays(90))));
        stage.put("/accounts/echo", account("Echo", "South", "cat", LARGE, 150_000));
        stage.draft(
                "account-tier", text -> text.replace("[80..100]", "[75..100]").replace("[60..80)", "[60..75)"));
    }

    private String account(String name, String region, String manager, String employees, int value) {
        return """
                {"name": "%s", "region": "%s", "industry": "Retail", "employees": %s, "marketPosition": "leader",
                 "customerSince": "%5$s", "assignments": [{"role": "account-manager", "personId": "%s"}],
                 "contracts": [{"id": "c-%1$s", "startsOn": "%5$s", "endsOn": "%6$s", "annualValue": %7$d,
                   "currency": "USD"}]}
                """.formatted(name, region, employees, manager, today.minusYears(6), today.plusDays(200), value);
    }

    private ValidatableResponse rehearse(String body) {
        return stage.finished(Stage.as("analyst")
                .body(body)
                .post("/policies/account-tier/draft/impact")
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
    }

    private ValidatableResponse accounts(ValidatableResponse impact) {
        return Stage.as("analyst")
                .get("/impacts/" + impact.extract().path("id") + "/accounts")
                .then()
                .statusCode(200);
    }

    @Test
    void shows_which_accounts_move_what_they_are_worth_and_by_which_rows() {
        stage.review();
        ValidatableResponse impact = rehearse("{}");

        impact.body("accounts.accounts", equalTo(5))
                .body("accounts.changed", equalTo(3)) // Dune's score says another tier, and the hand wins
                .body("accounts.undecided", equalTo(0))
                .body("accounts.currency", equalTo("USD"))
                .body("accounts.tiers.size()", equalTo(1))
                .body("accounts.tiers[0].before", equalTo("Tier 2"))
                .body("accounts.tiers[0].after", equalTo("Tier 1"))
                .body("accounts.tiers[0].all.accounts", equalTo(2))
                .body("accounts.tiers[0].all.annualContractValue", equalTo(250_000f))
                .body("accounts.tiers[0].all.ofUnknownValue", equalTo(0))
                .body("accounts.tiers[0].regions.region", contains("North", "South"))
                .body("accounts.tiers[0].regions.share.annualContractValue", contains(100_000f, 150_000f))
                .body("accounts.healthBands", empty())
                .body("accounts.policies.policy", hasItems("account-tier", "engagement-model"))
                .body("accounts.policies.policy", not(hasItem("account-health")))
                .body("accounts.policies.find { it.policy == 'account-tier' }.accounts", equalTo(3));
        accounts(impact)
                .body("items.account", contains("bolt", "dune", "echo"))
                .body("items[1].tier", nullValue())
                .body("items[1].policies.policy", contains("account-tier"))
                .body("items[0].name", equalTo("Bolt"))
                .body("items[0].annualContractValue", equalTo(100_000f))
                .body("items[0].tier.before", equalTo("Tier 2"))
                .body("items[0].tier.after", equalTo("Tier 1"))
                .body("items[0].healthBand", nullValue())
                .body("items[0].problem", nullValue())
                .body("items[0].policies[0].policy", equalTo("account-tier"))
                .body("items[0].policies[0].before.tier", equalTo("Tier 2"))
                .body("items[0].policies[0].after.tier", equalTo("Tier 1"))
                .body("items[0].policies[0].after.score", nullValue()) // it stays as it is
                .body("items[0].policies[0].rules.ruleId", hasItem("tier-strategic"))
                .body("items[0].policies[0].rulesGone.ruleId", hasItem("tier-growth"));
    }

    @Test
    void shows_what_that_asks_of_people() {
        stage.review();
        String north = "staffing.needs.find { it.region == 'North' && it.role == 'account-manager' }.";
        String south = "staffing.needs.find { it.region == 'South' && it.role == 'account-manager' }.";
        String all = "staffing.needs.find { it.region == null && it.role == 'executive' }.";

        rehearse("{}")
                .body("staffingProblem", nullValue())
                .body(north + "before", equalTo(19.0f)) // 10 + 3 + 3 + 3
                .body(north + "after", equalTo(26.0f))
                .body(north + "available", equalTo(130.0f))
                .body(south + "before", equalTo(3.0f))
                .body(south + "after", equalTo(10.0f))
                .body(all + "before", equalTo(1))
                .body(all + "after", equalTo(3))
                .body(all + "available", equalTo(0))
                .body("staffing.managersOverCapacity.manager.id", contains("ann"))
                .body("staffing.managersOverCapacity[0].before", equalTo(19.0f))
                .body("staffing.managersOverCapacity[0].after", equalTo(26.0f))
                .body("staffing.managersOverCapacity[0].capacity", equalTo(20))
                .body("staffing.sponsorsMissingBefore", equalTo(1))
                .body("staffing.sponsorsMissingAfter", equalTo(3))
                .body("staffing.replan", nullValue());
    }

    @Test
    void a_replan_says_how_many_accounts_change_hands_and_nothing_is_decided() {
        stage.review();
        String before = stage.whatHolds();
        // Ann has 20 points and keeps Acme, Cliff and Dune with 16: Bolt's 10 go to Bob, and Echo stays with Cat
        rehearse("{\"replan\": true}")
                .body("staffing.replan.accountsFree", equalTo(2))
                .body("staffing.replan.changeHands", equalTo(1))
                .body("staffing.replan.uncovered", equalTo(0))
                .body("staffing.replan.sponsorsMissing", equalTo(2))
                .body("staffing.replan.problem", nullValue());
        assertThat(stage.whatHolds()).isEqualTo(before);
    }

    @Test
    void names_callers_who_would_get_another_answer() {
        stage.review();
        stage.decide("account-tier", "{\"account\": \"cliff\"}");
        stage.decide("engagement-model", "{\"account\": \"bolt\"}");
        String sent = stage.decide(
                "account-tier", "{\"facts\": {\"revenueScore\": 77, \"growthScore\": 77, \"alignmentScore\": 77}}");
        String tier = "callers.callers.find { it.policy == 'account-tier' }.";
        String care = "callers.callers.find { it.policy == 'engagement-model' }.";

        rehearse("{}")
                .body("callers.more", equalTo(false))
                .body("callers.callers.caller.unique()", contains("service"))
                .body(tier + "decisions", equalTo(3)) // Bolt's tier was decided on the way
                .body(tier + "changed", equalTo(2))
                .body(tier + "examples[0].decisionId", equalTo(sent))
                .body(tier + "examples[0].account", nullValue())
                .body(tier + "examples[0].change.after.tier", equalTo("Tier 1"))
                .body(tier + "examples[1].account", equalTo("bolt"))
                .body(care + "decisions", equalTo(1))
                .body(care + "changed", equalTo(1))
                .body(care + "examples[0].change.before.points", equalTo(3))
                .body(care + "examples[0].change.after.points", equalTo(10));
    }

    @Test
    void a_period_of_decisions_is_replayed_without_the_portfolio() {
        stage.review();
        stage.decide("engagement-model", "{\"account\": \"bolt\"}");

        rehearse("{\"scope\": {\"decisions\": {\"from\": \"%sT00:00:00Z\", \"to\": \"%sT00:00:00Z\"}}}"
                        .formatted(today, today.plusDays(1)))
                .body("accounts", nullValue())
                .body("staffing", nullValue())
                .body("callers.callers.changed", hasItem(1));
        rehearse("{\"scope\": {\"decisions\": {\"from\": \"%sT00:00:00Z\", \"to\": \"%sT00:00:00Z\"}}}"
                        .formatted(today.minusDays(9), today.minusDays(1)))
                .body("callers.decisions", equalTo(0));
    }

    @Test
    void a_segment_is_looked_at_by_itself() {
        stage.review();

        rehearse("{\"scope\": {\"region\": \"South\"}}")
                .body("accounts.accounts", equalTo(1))
                .body("accounts.tiers[0].all.annualContractValue", equalTo(150_000f));
        rehearse("{\"scope\": {\"tier\": \"Tier 1\"}}")
                .body("accounts.accounts", equalTo(1))
                .body("accounts.changed", equalTo(0));
    }

    @Test
    void before_the_first_review_upstream_policies_are_asked_and_people_left_out() {
        ValidatableResponse impact = rehearse("{}");

        impact.body("accounts.tiers[0].all.accounts", equalTo(2))
                .body("staffing", nullValue())
                .body("staffingProblem", containsString("No review has finished yet"));
        accounts(impact).body("items.account", contains("bolt", "dune", "echo"));
    }
}
