package dev.keyline.metrics;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Tiers, satisfaction and coverage as of 2025-03: opening day 2024-03-31, closing day 2025-03-31. */
@QuarkusTest
class SegmentsOfThenTest {
    @Inject
    Jdbi jdbi;

    @Test
    void an_account_is_lost_from_the_tier_it_had() {
        new AccountBook(jdbi)
                .account("lost", null, null)
                .contract("lost", "2023-01-01", "2024-12-31", 100, "USD")
                .decidedTier("2024-01-15", "lost", "Tier 2")
                .decidedTier("2024-03-31", "lost", "Tier 1")
                .decidedTier("2025-01-15", "lost", "not a key account")
                .account("kept", null, "Tier 1")
                .contract("kept", "2023-01-01", "2025-12-31", 100, "USD");

        report("by=tier")
                .body("segments.segment.id", contains("Tier 1"))
                .body(value("logo-churn", "value"), equalTo(0.5f))
                .body(value("logo-churn", "accounts"), equalTo(2))
                // the other is in it by the tier it has now
                .body(value("logo-churn", "tiersThen"), equalTo(1))
                .body(value("concentration", "accounts"), equalTo(1))
                .body(value("concentration", "tiersThen"), equalTo(0));
    }

    @Test
    void a_tier_decided_after_the_day_is_not_the_one_that_held() {
        new AccountBook(jdbi)
                .account("risen", null, "Tier 3")
                .contract("risen", "2023-01-01", "2025-12-31", 100, "USD")
                .decidedTier("2025-04-01", "risen", "Tier 1");

        report("by=tier").body("segments.segment.id", contains("Tier 3")).body(value("nrr", "tiersThen"), equalTo(0));
    }

    @Test
    void each_account_has_one_voice() {
        new AccountBook(jdbi)
                .account("a", null, null)
                .said("a", "nps", "2024-05-01T12:00:00Z", "60")
                .said("a", "nps", "2025-02-01T12:00:00Z", "40")
                .account("b", null, null)
                .said("b", "nps", "2025-03-31T23:59:59Z", "-20")
                .said("b", "csat", "2024-04-01T00:00:00Z", "4.5")
                .account("c", null, null)
                // the opening day itself and the day after the closing one are outside
                .said("c", "nps", "2024-03-31T23:59:59Z", "100")
                .said("c", "nps", "2025-04-01T00:00:00Z", "100")
                .said("c", "csat", "2024-08-01T00:00:00Z", "3");

        report("")
                .body(value("nps", "value"), equalTo(10.0f)) // (40 − 20) ÷ 2
                .body(value("nps", "accounts"), equalTo(2))
                .body(value("csat", "value"), equalTo(3.75f)); // (4.5 + 3) ÷ 2
    }

    @Test
    void a_key_account_is_covered_by_somebody_in_service() {
        new AccountBook(jdbi)
                .person("ann", "account-manager", null)
                .person("bob", "account-manager", "2025-03-01")
                .person("sue", "executive", null)
                .account("a", null, "Tier 1")
                .seat("a", "account-manager", "ann", "2020-01-01")
                .seat("a", "executive-sponsor", "sue", "2020-01-01")
                .account("b", null, "Tier 1")
                .seat("b", "account-manager", "ann", "2025-04-02") // nobody knows who had it in March
                .account("c", null, "Tier 2")
                .account("d", null, "Tier 3")
                .seat("d", "account-manager", "bob", "2020-01-01") // left on 1 March
                .account("e", null, "not a key account");

        report("")
                .body(value("coverage-ratio", "value"), equalTo(0.3333f)) // a, of a, c and d
                .body(value("coverage-ratio", "leftOut"), equalTo(1))
                .body(value("sponsor-coverage", "value"), equalTo(0.5f)); // a, of a and b
        report("by=manager")
                .body("segments.segment.name", contains("Name of ann", "Name of bob", "no account manager"))
                .body("segments[2].segment.id", nullValue())
                .body("segments[2].values.find { it.metric == 'coverage-ratio' }.value", equalTo(0.0f));
        report("by=tier").body("segments.segment.id", contains("Tier 1", "Tier 2", "Tier 3"));
    }

    private static String value(String metric, String part) {
        return "segments[0].values.find { it.metric == '" + metric + "' }." + part;
    }

    private static ValidatableResponse report(String query) {
        return given().auth()
                .preemptive()
                .basic("analyst", "for-tests-only")
                .get("/metrics?asOf=2025-03&" + query)
                .then()
                .statusCode(200);
    }
}
