package dev.keyline.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.policy.Policies;
import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts from the account plan, from people's own words, from assignments and from what is not bought where. */
@QuarkusTest
class KnownOfAnAccountTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-15");

    @Inject
    Jdbi jdbi;

    @Inject
    AccountFacts facts;

    @Inject
    Policies policies;

    @BeforeEach
    void an_account() {
        EmptyPortfolio.make(jdbi);
        jdbi.useHandle(
                handle -> handle.execute("insert into account (id, name) values ('a', 'Account'), ('b', 'Bare')"));
    }

    @Test
    void the_plan_gives_what_was_planned_agreed_and_proven() {
        plan("""
                {"summary": {"business": "makes bolts"},
                 "budget": {"fiscalYearStartsIn": 4, "planningStartsIn": 11, "decidedIn": 2},
                 "initiatives": [{"id": "i1", "name": "One plant", "startsOn": "2026-06-01", "budget": 250000, "currency": "EUR",
                                  "note": "not a fact"}],
                 "value": [{"id": "v1", "deliveredOn": "2026-01-10", "confirmedBy": "Ines Roth"},
                           {"id": "v2", "deliveredOn": "2026-02-10"},
                           {"id": "v3", "deliveredOn": "2024-02-10", "confirmedBy": "Ines Roth"}],
                 "businessReviews": [{"id": "q1", "heldOn": "2025-09-01"}, {"id": "q2", "heldOn": "2026-04-01"}],
                 "metrics": [{"id": "m1", "name": "Scrap", "category": "business-outcome", "target": 2.5, "agreedOn": "2026-01-01"}],
                 "risks": [{"id": "r1", "risk": "One buyer", "state": "open"}, {"id": "r2", "risk": "Over", "state": "closed"}],
                 "actions": [{"id": "x1", "state": "open", "dueOn": "2026-03-14"}, {"id": "x2", "state": "open", "dueOn": "2026-03-15"}],
                 "competitors": [{"id": "c1", "threat": "high"}, {"id": "c2", "threat": "low"}]}
                """);

        Map<String, Object> known = of("a");
        assertThat(known)
                .containsEntry("fiscalYearStartsIn", new BigDecimal(4))
                .containsEntry("budgetPlanningStartsIn", new BigDecimal(11))
                .containsEntry("budgetDecidedIn", new BigDecimal(2))
                .containsEntry("valueDelivered", new BigDecimal(2))
                .containsEntry("valueProven", BigDecimal.ONE)
                .containsEntry("lastBusinessReviewOn", LocalDate.parse("2025-09-01"))
                .containsEntry("overdueActions", BigDecimal.ONE)
                .containsEntry("competitorsHigh", BigDecimal.ONE);
        assertThat(entries(known, "initiatives"))
                .singleElement()
                .satisfies(initiative -> assertThat(initiative)
                        .containsEntry("name", "One plant")
                        .containsEntry("startsOn", LocalDate.parse("2026-06-01"))
                        .containsEntry("budget", new BigDecimal(250000)));
        assertThat(entries(known, "agreedMetrics"))
                .extracting(metric -> metric.get("name"))
                .containsExactly("Scrap");
        assertThat(entries(known, "openRisks"))
                .extracting(risk -> risk.get("risk"))
                .containsExactly("One buyer");
    }

    @Test
    void an_account_without_a_plan_has_proven_nothing_and_its_calendar_is_unknown() {
        Map<String, Object> known = of("b");
        assertThat(known)
                .containsEntry("valueProven", BigDecimal.ZERO)
                .containsEntry("initiatives", List.of())
                .containsEntry("excludedTriggers", List.of())
                .containsEntry("whitespace", List.of())
                .doesNotContainKeys("fiscalYearStartsIn", "lastBusinessReviewOn");
    }

    @Test
    void what_people_exclude_holds_until_it_is_withdrawn_or_expires() {
        exclude("upsell", "2026-03-01", "2026-04-01", null);
        exclude("whitespace-P2", "2026-03-01", "2026-03-15", null);
        exclude("all", "2026-03-01", "2026-04-01", "2026-03-10T08:00:00Z");

        assertThat(of("a")).containsEntry("excludedTriggers", List.of("upsell"));
        assertThat(of("b")).containsEntry("excludedTriggers", List.of());
    }

    @Test
    void whitespace_is_the_products_next_to_those_bought_and_the_places_without_them() {
        jdbi.useHandle(handle -> handle.execute("""
                insert into product (id, name, family) values
                  ('p1', 'Workspace', 'Platform'), ('p2', 'Insight', 'Analytics'), ('p3', 'Forecast', 'Analytics'),
                  ('p4', 'Shield', 'Security');
                insert into entitlement (id, account_id, product_id, business_unit, region, seats, starts_on, ends_on) values
                  ('e1', 'a', 'p1', 'Sales', 'Nordics', 60, null, null),
                  ('e2', 'a', 'p2', 'Finance', 'Nordics', 40, '2025-01-01', '2026-12-31'),
                  ('e3', 'a', 'p4', 'Service', 'Iberia', 40, '2024-01-01', '2024-12-31')
                """));

        assertThat(entries(of("a"), "whitespace"))
                .extracting(one -> one.get("productId") + "@" + one.get("businessUnit") + "/" + one.get("region"))
                .as("not Shield, whose family it no longer buys from, nor the places where it was")
                .containsExactlyInAnyOrder("p3@null/null", "p1@Finance/Nordics", "p2@Sales/Nordics");
    }

    @Test
    void a_sponsor_counts_from_the_day_of_the_assignment() {
        jdbi.useHandle(handle -> handle.execute("""
                insert into person (id, name, kind) values ('x', 'Executive', 'executive');
                insert into assignment (account_id, role, person_id, since) values
                  ('a', 'executive-sponsor', 'x', '2026-03-15'), ('b', 'executive-sponsor', 'x', '2026-03-16')
                """));
        assertThat(of("a")).containsEntry("executiveSponsors", BigDecimal.ONE);
        assertThat(of("b")).containsEntry("executiveSponsors", BigDecimal.ZERO);
    }

    private void plan(String document) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into account_plan (account_id, revision, document, updated_at, updated_by)"
                        + " values ('a', 1, cast(? as jsonb), now(), 'test')",
                document));
    }

    private void exclude(String what, String setOn, String expiresOn, String withdrawnAt) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into account_override (id, account_id, kind, value, reason, author, set_at, expires_on, withdrawn_at)"
                        + " values (gen_random_uuid(), 'a', 'trigger-exclusion', ?, 'asked for peace', 'test',"
                        + " cast(? as timestamptz), cast(? as date), cast(? as timestamptz))",
                what,
                setOn,
                expiresOn,
                withdrawnAt));
    }

    private Map<String, Object> of(String account) {
        return jdbi.inTransaction(handle -> facts.factsOf(
                        handle,
                        List.of(account),
                        DAY,
                        policies.at(Instant.now()).catalogue())
                .get(account));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> entries(Map<String, Object> facts, String name) {
        return (List<Map<String, Object>>) facts.get(name);
    }
}
