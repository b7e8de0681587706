package dev.keyline.policycase;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import dev.keyline.policy.Policies;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cases of a policy on the draft of whoever asks. */
@QuarkusTest
class DraftCasesTest {
    private static final String DRAFT = "/policies/engagement-model/draft";

    @Inject
    Jdbi jdbi;

    @Inject
    Policies policies;

    @BeforeEach
    @AfterEach
    void none() {
        jdbi.useHandle(handle -> {
            handle.execute("delete from policy_case");
            handle.execute("delete from policy_draft");
        });
    }

    @Test
    void the_cases_pass_on_a_draft_that_changes_nothing_and_reach_every_row() {
        save(text());

        analyst()
                .post(DRAFT + "/cases")
                .then()
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("failed", equalTo(0))
                .body("passed", greaterThan(3))
                .body("policies.policy", equalTo(List.of("engagement-model")))
                .body("policies[0].cases[0].result.rules", hasSize(greaterThan(0)))
                .body("policies[0].coverage.uncovered.flatten()", hasSize(0));
    }

    @Test
    void a_case_that_a_change_breaks_tells_what_was_expected_and_which_rows_answered() {
        save(text().replaceFirst("(care-tier-1-out-1\">\\s*<text>)4", "$19"));

        analyst()
                .post(DRAFT + "/cases")
                .then()
                .statusCode(200)
                .body("failed", greaterThan(0))
                .body("policies[0].cases.result.faults.flatten().message", hasItem("is 9, expected 4"))
                .body("policies[0].cases.find { !it.result.passed }.result.rules.ruleId", hasItem("care-tier-1"));
    }

    @Test
    void a_row_that_is_new_in_the_draft_is_uncovered_until_a_case_is_kept_for_it() {
        save(text().replace("id=\"care-tier-1\"", "id=\"care-first\""));

        analyst()
                .post(DRAFT + "/cases")
                .then()
                .statusCode(200)
                .body(
                        "policies[0].cases.result.faults.flatten().message",
                        hasItem("engagement-model has no row or rule care-tier-1"));
        analyst()
                .body(Map.of("name", "the first", "facts", Map.of("tier", "Tier 1"), "rules", List.of("care-first")))
                .post("/policies/engagement-model/cases")
                .then()
                .statusCode(201);
        analyst()
                .post(DRAFT + "/cases")
                .then()
                .body("policies[0].coverage.covered.flatten()", hasItem("care-first"))
                .body("policies[0].cases.find { it.id != null }.result.passed", equalTo(true));
    }

    @Test
    void cases_of_policies_downstream_run_on_request() {
        String tier = policies.inForce("account-tier").orElseThrow().text();
        analyst()
                .contentType("application/xml")
                .body(tier)
                .put("/policies/account-tier/draft")
                .then()
                .statusCode(201);

        analyst()
                .post("/policies/account-tier/draft/cases?downstream=true")
                .then()
                .statusCode(200)
                .body("policies[0].policy", equalTo("account-tier"))
                .body("policies.policy", hasItems("engagement-model"))
                .body("note", containsString("bring the outcomes that they need as facts"))
                .body("failed", equalTo(0));
    }

    @Test
    void a_draft_that_could_not_answer_is_told_and_a_case_may_be_kept_all_the_same() {
        save(text().replaceFirst("(care-tier-1-out-1\">\\s*<text>)4", "$1 4 +"));

        analyst()
                .post(DRAFT + "/cases")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(containsString("engagement-model.dmn")));
        analyst()
                .body(Map.of("name", "the first", "facts", Map.of("tier", "Tier 1"), "rules", List.of("care-tier-1")))
                .post("/policies/engagement-model/cases")
                .then()
                .statusCode(201);
    }

    @Test
    void without_a_draft_there_is_nothing_to_run() {
        analyst().post(DRAFT + "/cases").then().statusCode(404);
    }

    private String text() {
        return policies.inForce("engagement-model").orElseThrow().text();
    }

    private static void save(String text) {
        analyst().contentType("application/xml").body(text).put(DRAFT).then().statusCode(201);
    }

    private static RequestSpecification analyst() {
        return given().auth().preemptive().basic("analyst", "for-tests-only").contentType("application/json");
    }
}
