package dev.keyline.coverage.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A finished plan asked why, why not, and who else. */
@QuarkusTest
class ExplanationRequestsTest {
    private static final String BOOK = """
            {"timeLimit": "PT1M", "seed": 7, "scoreLimit": 500, "asOf": "2026-06-01", "weights": {"busiest": 0},
             "demand": [
               {"id": "acme", "name": "Acme", "tier": "Tier 1", "points": 10, "region": "north", "industry": "steel",
                "annualRevenue": 100000, "accountManager": "ann", "renewalOn": "2026-09-03"},
               {"id": "bolt", "name": "Bolt", "points": 3, "accountManager": "ann"},
               {"id": "far", "name": "Far", "points": 2, "region": "south"}],
             "people": [
               {"id": "ann", "name": "Ann", "kind": "account-manager", "regions": ["north"]},
               {"id": "bob", "name": "Bob", "kind": "account-manager", "regions": ["north"], "industries": ["steel"]},
               {"id": "eve", "name": "Eve", "kind": "executive", "level": 5}]}
            """;

    private static @Nullable String plan;

    @BeforeEach
    void solve() {
        if (plan == null) {
            plan = start(BOOK);
            manager().accept("text/event-stream").get(plan + "/events").then().statusCode(200);
        }
    }

    @Test
    void a_plan_says_what_it_is_made_up_of() {
        manager()
                .get(plan + "/explanation")
                .then()
                .statusCode(200)
                .body("constraints.find { it.constraint == 'uncovered' }.points", equalTo(2000))
                .body("constraints.find { it.constraint == 'uncovered' }.costliest.account", contains("far"))
                .body("constraints.find { it.constraint == 'industry-match' }.money", equalTo(1000.00f))
                .body("constraints.find { it.constraint == 'travel' }.points", equalTo(0))
                .body("staffMissing.sentence", hasItem(containsString("who covers the region south")))
                .body("oneMore[0].region", equalTo("south"))
                .body("oneMore[0].covered", equalTo(1));
    }

    @Test
    void an_account_says_why_it_has_its_manager() {
        manager()
                .get(plan + "/why?account=acme")
                .then()
                .statusCode(200)
                .body("accountManager.id", equalTo("ann"))
                .body("shares.constraint", hasItem("industry-match"))
                .body("able", equalTo(1))
                .body("better", equalTo(0))
                .body("other", nullValue());
    }

    @Test
    void another_manager_is_compared_by_constraint() {
        manager()
                .get(plan + "/why?account=acme&manager=bob")
                .then()
                .statusCode(200)
                .body("other.manager.name", equalTo("Bob"))
                .body("other.obstacle", nullValue())
                .body("other.shares.find { it.constraint == 'continuity' }.money", equalTo(12000.00f));
    }

    @Test
    void a_manager_who_may_not_have_it_is_told_why() {
        manager()
                .get(plan + "/why?account=far&manager=ann")
                .then()
                .statusCode(200)
                .body("accountManager", nullValue())
                .body("other.obstacle", equalTo("Ann does not cover the region south"));
    }

    @Test
    void managers_are_ranked_for_an_account_of_the_plan() {
        manager()
                .get(plan + "/recommendations?account=bolt")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].proposed.id", equalTo("bob"))
                .body("items[0].options.manager.id", contains("bob"));
    }

    @Test
    void managers_are_ranked_for_all_accounts_of_one_who_leaves() {
        manager()
                .get(plan + "/recommendations?leaving=ann")
                .then()
                .statusCode(200)
                .body("items.account", contains("acme", "bolt"))
                .body("items.proposed.id", contains("bob", "bob"));
    }

    @Test
    void managers_are_ranked_for_a_new_account() {
        manager()
                .contentType(ContentType.JSON)
                .body("""
                        {"id": "new", "points": 2, "industry": "steel", "annualRevenue": 50000}""")
                .post(plan + "/recommendations")
                .then()
                .statusCode(200)
                .body("accountManager", nullValue())
                .body("options.manager.id", contains("bob", "ann"));
    }

    @Test
    void a_new_account_that_cannot_be_is_named() {
        manager()
                .contentType(ContentType.JSON)
                .body("""
                        {"id": "new", "points": 20000, "place": {"timeZone": "Mars/Olympus"}}""")
                .post(plan + "/recommendations")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/points", "/place/timeZone"));
        manager()
                .contentType(ContentType.JSON)
                .post(plan + "/recommendations")
                .then()
                .statusCode(400);
    }

    @Test
    void the_load_of_a_person_is_laid_over_the_weeks() {
        manager()
                .get(plan + "/load/ann")
                .then()
                .statusCode(200)
                .body("weeks", hasSize(13))
                .body("accounts.account", contains("acme", "bolt"))
                .body("load", equalTo(13));
        manager().get(plan + "/load/eve").then().statusCode(200).body("weeks", hasSize(0));
    }

    @Test
    void what_the_plan_does_not_know_is_named() {
        bad("/why").body("errors.pointer", contains("account"));
        bad("/why?account=none").body("errors.pointer", contains("account"));
        bad("/why?account=acme&manager=eve").body("errors.pointer", contains("manager"));
        bad("/recommendations").body("errors.pointer", contains("account"));
        bad("/recommendations?account=acme&leaving=ann").body("errors.pointer", contains("account"));
        bad("/recommendations?leaving=none").body("errors.pointer", contains("leaving"));
        manager().get(plan + "/load/none").then().statusCode(404);
        manager()
                .get("/plans/0190c6a4-7d2b-7c3e-9a51-2f6f1b0a4c11/explanation")
                .then()
                .statusCode(404);
    }

    @Test
    void a_cancelled_plan_has_nothing_to_explain() {
        String cancelled = start(BOOK.replace("\"scoreLimit\": 500, ", "\"scoreLimit\": 1000000000, "));
        manager().delete(cancelled).then().statusCode(202);
        manager().accept("text/event-stream").get(cancelled + "/events").then().statusCode(200);

        manager().get(cancelled + "/explanation").then().statusCode(409);
    }

    private static io.restassured.response.ValidatableResponse bad(String path) {
        return manager().get(plan + path).then().statusCode(400);
    }

    private static String start(String book) {
        return manager()
                .contentType(ContentType.JSON)
                .body(book)
                .post("/plans")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private static RequestSpecification manager() {
        return given().auth().preemptive().basic("manager", "for-tests-only");
    }
}
