package dev.keyline.decision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestedDecisionTest {
    private static final Map<String, Object> STRONG = Map.of(
            "revenueScore", 90, "growthScore", 85, "alignmentScore", 80, "influenceScore", 80, "relationshipScore", 90);

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void empty() {
        EmptyPortfolio.make(jdbi);
    }

    @Test
    void facts_get_an_outcome_with_the_rows_that_made_it() {
        String id = post("account-tier", Map.of("facts", STRONG))
                .statusCode(201)
                .body("policy", equalTo("account-tier"))
                .body("version", equalTo(1))
                .body("outcome.tier", equalTo("Tier 1"))
                .body("caller", equalTo("service"))
                .body("facts.revenueScore", equalTo(90))
                .body("rules.file", everyItem(equalTo("dmn/tiering/account-tier.dmn")))
                .body("rules.ruleId", hasItem("tier-strategic"))
                .body("rules.find { it.ruleId == 'tier-strategic' }.annotation", notNullValue())
                .body("rules.find { it.ruleId == 'tier-strategic' }.row", notNullValue())
                .extract()
                .path("id");

        Object recorded = caller().get("/decisions/" + id)
                .then()
                .statusCode(200)
                .extract()
                .as(Object.class);
        assertThat(recorded).extracting("id", "outcome.tier").containsExactly(id, "Tier 1");
    }

    @Test
    void what_is_no_fact_is_refused_with_its_place_and_nothing_is_recorded() {
        post(
                        "account-tier",
                        Map.of("facts", Map.of("revenueScore", "much", "growthScore", 101, "shoeSize", 44, "a/b", 1)))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/bad-input"))
                .body(
                        "errors.pointer",
                        hasItems("/facts/revenueScore", "/facts/growthScore", "/facts/shoeSize", "/facts/a~1b"));
        assertThat(decisions()).isZero();
    }

    @Test
    void dates_and_lists_of_records_are_read_by_their_types() {
        post(
                        "early-warning",
                        Map.of("facts", Map.of("signals", List.of(Map.of("id", "s", "kind", 5, "occurredAt", "soon")))))
                .statusCode(400)
                .body("errors.pointer", hasItems("/facts/signals/0/kind", "/facts/signals/0/occurredAt"));
        post(
                        "early-warning",
                        Map.of(
                                "asOf",
                                "2026-03-01T09:00:00Z",
                                "facts",
                                Map.of(
                                        "signals",
                                        List.of(Map.of(
                                                "id", "s",
                                                "kind", "competitive-evaluation",
                                                "occurredAt", "2026-02-27T09:00:00Z")))))
                .statusCode(201)
                .body("outcome.warnings.sign", equalTo(List.of("competitive-evaluation")))
                .body("rules.ruleId", hasItem("warning-competitive-evaluation"));
    }

    @Test
    void a_missing_account_a_missing_policy_and_a_missing_version_are_told_apart() {
        post("account-tier", Map.of("account", "nobody"))
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/account")));
        post("no-such-policy", Map.of("facts", STRONG)).statusCode(404);
        caller().body(Map.of("facts", STRONG))
                .post("/decisions/account-tier?version=99")
                .then()
                .statusCode(404);
        caller().body(Map.of("facts", STRONG))
                .post("/decisions/account-tier?version=x")
                .then()
                .statusCode(400);
        caller().get("/decisions/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void today_is_the_day_of_the_as_of() {
        Map<String, Object> facts = Map.of(
                "revenueScore",
                10,
                "growthScore",
                10,
                "alignmentScore",
                10,
                "influenceScore",
                10,
                "relationshipScore",
                10,
                "overrideTier",
                "Tier 1",
                "overrideReason",
                "board",
                "overrideExpiresOn",
                "2026-06-30");
        post("account-tier", Map.of("facts", facts, "asOf", "2026-06-29T12:00:00Z"))
                .statusCode(201)
                .body("outcome.tier", equalTo("Tier 1"));
        post("account-tier", Map.of("facts", facts, "asOf", "2026-07-02T12:00:00Z"))
                .statusCode(201)
                .body("outcome.tier", not(equalTo("Tier 1")));
    }

    @Test
    void a_repeated_request_with_its_key_is_not_decided_twice() {
        RequestSpecification first = caller().header("Idempotency-Key", "k-1").body(Map.of("facts", STRONG));
        String id = first.post("/decisions/account-tier")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        caller().header("Idempotency-Key", "k-1")
                .body(Map.of("facts", STRONG))
                .post("/decisions/account-tier")
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        caller().header("Idempotency-Key", "k-1")
                .body(Map.of("facts", Map.of("revenueScore", 1)))
                .post("/decisions/account-tier")
                .then()
                .statusCode(422);
    }

    @Test
    void an_account_is_decided_from_what_the_portfolio_knows_and_facts_sent_win() {
        jdbi.useHandle(handle -> handle.execute("""
                insert into account (id, name, industry, employees, annual_turnover, market_position, reference_standing)
                values ('acme', 'Acme', 'Retail', 40000, 9000000000, 'leader', 'public')
                """));
        post("dimension-scores", Map.of("account", "acme"))
                .statusCode(201)
                .body("account", equalTo("acme"))
                .body("facts.employees", equalTo(40000));
        post("dimension-scores", Map.of("account", "acme", "facts", Map.of("employees", 3)))
                .statusCode(201)
                .body("facts.employees", equalTo(3));
    }

    @Test
    void several_policies_are_decided_over_one_picture_each_on_the_outcomes_before_it() {
        ValidatableResponse answer = caller().body(Map.of(
                        "policies",
                        List.of("engagement-model", "account-tier"),
                        "facts",
                        STRONG,
                        "asOf",
                        "2026-03-01T09:00:00Z"))
                .post("/decisions")
                .then()
                .statusCode(201)
                .body("decisions.policy", equalTo(List.of("account-tier", "engagement-model")))
                .body("decisions.asOf", everyItem(equalTo("2026-03-01T09:00:00Z")))
                .body("decisions[1].facts.tier", equalTo("Tier 1"))
                .body("decisions[1].outcome.sponsor", equalTo(true));
        String tier = answer.extract().path("decisions[0].id");
        answer.body("decisions[1].basedOn", hasItem(tier));
        caller().body(Map.of("facts", STRONG))
                .post("/decisions")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/policies")));
    }

    @Test
    void recorded_decisions_are_found_by_row_and_by_outcome() {
        post("account-tier", Map.of("facts", STRONG)).statusCode(201);
        caller().get("/decisions?rule=tier-strategic&outcome=Tier 1&policy=account-tier&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].outcome.tier", equalTo("Tier 1"));
        caller().get("/decisions?rule=no-such-row").then().statusCode(200).body("items", hasSize(0));
        caller().get("/decisions?from=yesterday")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("from")));
    }

    private long decisions() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from decision where jsonb_exists(facts, 'shoeSize')")
                        .mapTo(Long.class)
                        .one());
    }

    private static ValidatableResponse post(String policy, Object body) {
        return caller().body(body).post("/decisions/" + policy).then();
    }

    private static RequestSpecification caller() {
        return given().auth().preemptive().basic("service", "for-tests-only").contentType("application/json");
    }
}
