package dev.keyline.coverage.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** Plans as a client sees them, with the book in the request. */
@QuarkusTest
class PlanRequestsTest {
    private static final String BOOK = """
            {"timeLimit": "PT1M", "seed": 7, "scoreLimit": 500, "asOf": "2026-06-01",
             "limits": {"tier1Accounts": 1}, "weights": {"continuity": 200},
             "demand": [
               {"id": "acme", "name": "Acme", "tier": "Tier 1", "points": 10, "region": "north", "sponsorNeeded": true},
               {"id": "bolt", "name": "Bolt", "tier": "Tier 1", "points": 10, "region": "north"},
               {"id": "corn", "points": 1.5, "accountManager": "gone"}],
             "people": [
               {"id": "ann", "name": "Ann", "kind": "account-manager", "regions": ["north"]},
               {"id": "eve", "name": "Eve", "kind": "executive", "level": 5}]}
            """;

    @Test
    void a_plan_is_accepted_solved_and_read() {
        String location = post(BOOK)
                .statusCode(202)
                .header("Location", containsString("/plans/"))
                .body("state", equalTo("running"))
                .extract()
                .header("Location");

        watch(location);

        manager()
                .get(location)
                .then()
                .statusCode(200)
                .body("state", equalTo("finished"))
                .body("score", startsWith("0hard/-40000medium/"))
                .body("counts.uncovered", equalTo(1))
                .body("counts.moved", equalTo(1))
                .body("busiest.manager.name", equalTo("Ann"))
                .body("inputHash", notNullValue());
        manager()
                .get(location + "/assignments")
                .then()
                .statusCode(200)
                .body("items.account", contains("acme", "bolt", "corn"))
                .body("items.points", contains(10, 10, 1.5f))
                .body("items[0].sponsor.name", equalTo("Eve"))
                .body("items.find { it.accountManager == null }.reason", containsString("Ann 1 of 1 Tier 1 accounts"));
        manager()
                .get(location + "/load")
                .then()
                .statusCode(200)
                .body("items.person.name", contains("Ann", "Eve"))
                .body("items[0].capacity", equalTo(110))
                .body("items[0].load", equalTo(11.5f))
                .body("items[1].accountLimit", equalTo(3));
    }

    @Test
    void the_same_request_with_the_same_key_makes_one_plan() {
        assertThat(postWithKey("plan-once")).isEqualTo(postWithKey("plan-once"));
    }

    @Test
    void every_bad_row_is_named_before_a_solve_begins() {
        post("""
                {"timeLimit": "PT1H", "weights": {"luck": 1},
                 "demand": [{"id": "a", "points": 1}, {"id": "a", "points": 1}],
                 "people": [{"id": "ann", "kind": "account-manager"}]}
                """).statusCode(400).body("errors.pointer", contains("/timeLimit", "/weights/luck", "/demand/1/id"));
    }

    @Test
    void a_capacity_below_zero_is_named() {
        post("""
                {"demand": [{"id": "a", "points": 1}],
                 "people": [{"id": "ann", "kind": "account-manager", "capacity": -1}]}
                """).statusCode(400).body("errors.pointer", contains("/people/0/capacity"));
    }

    @Test
    void a_bad_row_of_the_pairs_is_named_by_its_line() {
        post("""
                {"demand": [{"id": "a", "points": 1}], "people": [{"id": "ann", "kind": "account-manager"}],
                 "pairings": [{"account": "a", "person": "ann", "fit": 80}],
                 "pairingsCsv": "account,person,fit\\na,ann,90\\nb,ann,20\\n"}
                """)
                .statusCode(400)
                .body("errors.pointer", contains("/pairingsCsv", "/pairingsCsv"))
                .body(
                        "errors.detail",
                        contains(
                                "line 2: the same pair stands in the list already, in row 0",
                                "line 3, account: there is no account b in this plan"));
    }

    @Test
    void a_pin_to_nobody_is_named() {
        post("""
                {"demand": [{"id": "a", "points": 1}],
                 "people": [{"id": "ann", "kind": "account-manager"}],
                 "pins": [{"account": "a", "seat": "account-manager", "person": "zoe"}]}
                """)
                .statusCode(400)
                .body("errors.pointer", contains("/pins/0/person"))
                .body("errors.detail", contains("there is nobody called zoe in this plan"));
    }

    @Test
    void a_row_without_its_id_is_named() {
        post("""
                {"demand": [{"points": 1}], "people": [{"id": "ann", "kind": "account-manager"}]}
                """).statusCode(400).body("errors.pointer", contains("/demand/0/id"));
    }

    @Test
    void a_tier_nobody_knows_is_named() {
        post("""
                {"demand": [{"id": "a", "points": 1, "tier": "Tier 9"}],
                 "people": [{"id": "ann", "kind": "account-manager"}]}
                """).statusCode(400).body("errors.pointer", contains("/demand/0/tier"));
    }

    @Test
    void a_plan_that_has_ended_can_neither_be_stopped_nor_cancelled() {
        String location = post(BOOK).statusCode(202).extract().header("Location");
        watch(location);

        manager().post(location + "/stop").then().statusCode(409);
        manager().delete(location).then().statusCode(409);
    }

    @Test
    void a_plan_nobody_made_is_not_found() {
        manager().get("/plans/0190c6a4-7d2b-7c3e-9a51-2f6f1b0a4c11").then().statusCode(404);
    }

    @Test
    void an_auditor_reads_and_does_not_plan() {
        as("auditor").get("/plans").then().statusCode(200);
        as("auditor")
                .contentType(ContentType.JSON)
                .body(BOOK)
                .post("/plans")
                .then()
                .statusCode(403);
    }

    /** Follows the plan's events, which end with the plan. */
    private static void watch(String location) {
        manager().accept("text/event-stream").get(location + "/events").then().statusCode(200);
    }

    private static ValidatableResponse post(String body) {
        return manager().contentType(ContentType.JSON).body(body).post("/plans").then();
    }

    private static String postWithKey(String key) {
        return manager()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(BOOK)
                .post("/plans")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private static RequestSpecification manager() {
        return as("manager");
    }

    private static RequestSpecification as(String role) {
        return given().auth().preemptive().basic(role, "for-tests-only");
    }
}
