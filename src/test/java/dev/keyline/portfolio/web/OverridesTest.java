package dev.keyline.portfolio.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.keyline.calendar.BusinessTime;
import dev.keyline.policy.Policies;
import dev.keyline.portfolio.AccountFacts;
import dev.keyline.portfolio.imports.EmptyPortfolio;
import dev.keyline.portfolio.imports.ImportFile;
import dev.keyline.portfolio.imports.PortfolioImport;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OverridesTest {
    private static final String PATH = "/accounts/a/overrides";

    @Inject
    Jdbi jdbi;

    @Inject
    AccountFacts facts;

    @Inject
    Policies policies;

    @Inject
    PortfolioImport imports;

    @Inject
    BusinessTime businessTime;

    @Inject
    Clock clock;

    private LocalDate today;

    @BeforeEach
    void one_account() {
        EmptyPortfolio.make(jdbi);
        today = businessTime.dayOf(clock.instant());
        as("manager")
                .body("{\"name\": \"Acme\"}")
                .put("/accounts/a")
                .then()
                .statusCode(201)
                .body("overrides", empty());
    }

    @Test
    void what_a_manager_decides_by_hand_acts_at_once_and_is_shown_wherever_it_acts() {
        set("tier", "Tier 1", 30).statusCode(201).body("acting", equalTo(true)).body("author", equalTo("manager"));
        set("health", "at risk", 30).statusCode(201);

        as("auditor")
                .get("/accounts/a")
                .then()
                .body("tierOverride.tier", equalTo("Tier 1"))
                .body("overrides.kind", contains("health", "tier"))
                .body("overrides[0].reason", equalTo("because"));
        decide("account-tier", null)
                .body("outcome.tier", equalTo("Tier 1"))
                .body("outcome.basis", equalTo("override"))
                .body("outcome.reason", equalTo("because"))
                .body("rules.ruleId", org.hamcrest.Matchers.hasItem("override-valid"));
        decide("account-health", null)
                .body("outcome.band", equalTo("at risk"))
                .body("outcome.computedBand", equalTo("insufficient data"))
                .body("outcome.override", equalTo("valid"));
    }

    @Test
    void an_account_that_somebody_decided_by_hand_is_another_account_to_whoever_edits_it() {
        String tag = as("auditor").get("/accounts/a").header("ETag");
        set("health", "at risk", 30);

        assertThat(as("auditor").get("/accounts/a").header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void it_acts_from_its_day_until_before_its_expiry_and_not_on_the_day_it_is_withdrawn() {
        String id = set("health", "at risk", 5).extract().path("id");
        set("trigger-exclusion", "upsell", 5);

        assertThat(factsOn(today.minusDays(1))).doesNotContainKeys("overrideHealthBand");
        assertThat(factsOn(today))
                .containsEntry("overrideHealthBand", "at risk")
                .containsEntry("overrideHealthReason", "because")
                .containsEntry("overrideHealthExpiresOn", today.plusDays(5))
                .containsEntry("excludedTriggers", List.of("upsell"));
        assertThat(factsOn(today.plusDays(4))).containsEntry("overrideHealthBand", "at risk");
        assertThat(factsOn(today.plusDays(5)).get("overrideHealthBand")).isNull();
        assertThat(factsOn(today.plusDays(5)).get("excludedTriggers")).isEqualTo(List.of());

        jdbi.useHandle(handle -> handle.execute("update account_override set set_at = set_at - interval '3 days'"));
        withdraw(id, "{\"reason\": \"The board is done\"}").statusCode(200).body("acting", equalTo(false));
        assertThat(factsOn(today).get("overrideHealthBand")).isNull();
        assertThat(factsOn(today.minusDays(1))).containsEntry("overrideHealthBand", "at risk");
    }

    @Test
    void an_expired_one_falls_away_in_the_next_decision() {
        set("health", "at risk", 2);

        decide("account-health", today.plusDays(1)).body("outcome.override", equalTo("valid"));
        decide("account-health", today.plusDays(2))
                .body("outcome.override", equalTo("none"))
                .body("outcome.band", equalTo("insufficient data"));
    }

    @Test
    void a_new_one_takes_the_place_of_the_old_which_stays_to_be_seen() {
        String first = set("tier", "Tier 1", 30).extract().path("id");
        String second = set("tier", "Tier 3", 60).extract().path("id");

        as("auditor")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.id", contains(second, first))
                .body("items.acting", contains(true, false))
                .body("items[1].withdrawnBy", equalTo("manager"))
                .body("items[1].withdrawnReason", equalTo("replaced"))
                .body("items[1].replacedBy", equalTo(second));
        String cursor = as("auditor").get(PATH + "?limit=1").path("nextCursor");
        as("auditor").queryParam("cursor", cursor).get(PATH).then().body("items.id", contains(first));
        decide("account-tier", null).body("outcome.tier", equalTo("Tier 3"));
    }

    @Test
    void exclusions_of_other_triggers_act_beside_each_other() {
        set("trigger-exclusion", "upsell", 30);
        set("trigger-exclusion", "seats-used-up", 30);
        set("trigger-exclusion", "upsell", 60);

        as("auditor")
                .get("/accounts/a")
                .then()
                .body("overrides.value", contains("seats-used-up", "upsell"))
                .body("overrides[1].expiresOn", equalTo(today.plusDays(60).toString()));
    }

    @Test
    void every_error_has_its_pointer_and_nothing_is_set() {
        post("{}").statusCode(400).body("errors.pointer", containsInAnyOrder("/kind", "/reason", "/expiresOn"));
        set("tier", "Tier 9", 30).statusCode(400).body("errors.pointer", contains("/value"));
        set("health", "insufficient data", 30).statusCode(400).body("errors.pointer", contains("/value"));
        set("trigger-exclusion", "No Upsell!", 30).statusCode(400).body("errors.pointer", contains("/value"));
        set("tier", "Tier 1", 0).statusCode(400).body("errors.pointer", contains("/expiresOn"));
        set("tier", "Tier 1", 367).statusCode(400).body("errors.pointer", contains("/expiresOn"));
        post(body("tier", "Tier 1", " ", 30)).statusCode(400).body("errors.pointer", contains("/reason"));

        as("auditor").get(PATH).then().body("items", empty());
        as("manager")
                .body(body("tier", "Tier 1", "x", 30))
                .post("/accounts/b/overrides")
                .then()
                .statusCode(404);
        as("auditor").get("/accounts/b/overrides").then().statusCode(404);
    }

    @Test
    void what_is_over_cannot_be_withdrawn_and_what_is_withdrawn_says_why() {
        String id = set("health", "at risk", 30).extract().path("id");

        withdraw(id, "{}").statusCode(400).body("errors.pointer", contains("/reason"));
        withdraw(id, "{\"reason\": \"It was a rumour\"}")
                .statusCode(200)
                .body("withdrawnReason", equalTo("It was a rumour"))
                .body("withdrawnAt", notNullValue());
        withdraw(id, "{\"reason\": \"Again\"}").statusCode(409);
        as("auditor").get(PATH + "/" + id).then().statusCode(200).body("withdrawnBy", equalTo("manager"));

        String expired = set("health", "critical", 30).extract().path("id");
        jdbi.useHandle(handle -> handle.execute("update account_override set expires_on = ?", today));
        withdraw(expired, "{\"reason\": \"Again\"}").statusCode(409);
        withdraw(UUID.randomUUID().toString(), "{\"reason\": \"x\"}").statusCode(404);
    }

    @Test
    void a_request_that_is_repeated_with_its_key_sets_and_withdraws_once() {
        String key = UUID.randomUUID().toString();
        String body = body("tier", "Tier 1", "because", 30);
        String id = as("manager")
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH)
                .path("id");
        as("manager")
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        as("auditor").get(PATH).then().body("items", hasSize(1));

        String other = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as("manager")
                    .header("Idempotency-Key", other)
                    .body("{\"reason\": \"done\"}")
                    .post(PATH + "/" + id + "/withdraw")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void what_an_import_tells_acts_once_and_does_not_undo_what_somebody_decides_later() {
        String file = "account_id,tier,reason,author,expires_on\na,Tier 2,Board,crm," + today.plusDays(90) + "\n";
        bring(file);
        as("auditor").get(PATH).then().body("items.value", contains("Tier 2")).body("items[0].setAt", nullValue());
        assertThat(factsOn(today.minusDays(30))).containsEntry("overrideTier", "Tier 2");

        set("tier", "Tier 1", 30);
        bring(file);
        as("auditor").get("/accounts/a").then().body("tierOverride.tier", equalTo("Tier 1"));

        bring(file.replace("Tier 2", "Tier 3"));
        as("auditor").get("/accounts/a").then().body("tierOverride.tier", equalTo("Tier 3"));
        as("auditor")
                .get(PATH)
                .then()
                .body("items.acting", containsInAnyOrder(true, false, false))
                .body("items.findAll { !it.acting }.replacedBy", not(contains(nullValue())));
    }

    @Test
    void an_accounts_record_sets_a_tier_and_takes_back_whoever_set_it() {
        String record = """
                {"name": "Acme", "tierOverride":
                  {"tier": "Tier 2", "reason": "Board", "author": "crm", "expiresOn": "%s"}}
                """.formatted(today.plusDays(30));
        as("manager").body(record).put("/accounts/a").then().body("tierOverride.tier", equalTo("Tier 2"));
        set("tier", "Tier 1", 30);

        as("manager")
                .body("{\"name\": \"Acme\"}")
                .put("/accounts/a")
                .then()
                .body("tierOverride.tier", equalTo("Tier 1"));
        as("manager")
                .body("{\"name\": \"Acme\", \"tierOverride\": null}")
                .put("/accounts/a")
                .then()
                .body("tierOverride", nullValue());
        as("auditor").get(PATH).then().body("items.acting", contains(false, false));
    }

    private void bring(String overrides) {
        assertThat(imports.run(
                                List.of(new ImportFile(
                                        "tier_override.csv", overrides.getBytes(StandardCharsets.UTF_8))),
                                imports.mapping("keyline"),
                                "test")
                        .rejected())
                .isZero();
    }

    private Map<String, Object> factsOn(LocalDate day) {
        return facts.factsOf("a", day, policies.at(clock.instant()).catalogue()).orElseThrow();
    }

    private ValidatableResponse decide(String policy, LocalDate day) {
        String asOf = day == null ? "" : ", \"asOf\": \"" + day + "T12:00:00Z\"";
        return as("service")
                .body("{\"account\": \"a\"" + asOf + "}")
                .post("/decisions/" + policy)
                .then()
                .statusCode(201);
    }

    private ValidatableResponse set(String kind, String value, int days) {
        return post(body(kind, value, "because", days));
    }

    private String body(String kind, String value, String reason, int days) {
        return """
                {"kind": "%s", "value": "%s", "reason": "%s", "expiresOn": "%s"}
                """.formatted(kind, value, reason, today.plusDays(days));
    }

    private static ValidatableResponse post(String body) {
        return as("manager").body(body).post(PATH).then();
    }

    private static ValidatableResponse withdraw(String id, String body) {
        return as("manager").body(body).post(PATH + "/" + id + "/withdraw").then();
    }

    private static RequestSpecification as(String role) {
        return given().auth().preemptive().basic(role, "for-tests-only").contentType("application/json");
    }
}
