package dev.keyline.proposal;

import static dev.keyline.policy.Caller.analyst;
import static dev.keyline.policy.Caller.approver;
import static dev.keyline.proposal.Desk.approve;
import static dev.keyline.proposal.Desk.draft;
import static dev.keyline.proposal.Desk.propose;
import static dev.keyline.proposal.Desk.reviews;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.keyline.job.Jobs;
import dev.keyline.policy.Policies;
import dev.keyline.policy.ShippedOnly;
import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an approver sees beside the texts: what the check, the cases and the impact say. */
@QuarkusTest
class ProposalEvidenceTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Policies policies;

    @Inject
    Jobs jobs;

    @BeforeEach
    @AfterEach
    void shippedOnly() {
        ShippedOnly.restore(jdbi, policies);
        EmptyPortfolio.make(jdbi);
    }

    @Test
    void cases_that_fail_are_shown_to_the_approver_and_hinder_nothing() {
        draft("analyst", reviews(6)).statusCode(201);
        String id = propose("analyst", "six").statusCode(201).extract().path("id");

        approver()
                .get("/proposals/" + id)
                .then()
                .body(
                        "evidence.check.policy", contains("engagement-model"),
                        "evidence.check[0].report.errors", equalTo(0),
                        "evidence.cases[0].policy", equalTo("engagement-model"),
                        "evidence.cases[0].failed", greaterThan(0),
                        "evidence.cases[0].failures[0].faults.message", hasItem("is 6, expected 4"),
                        "evidence.cases[0].uncovered", empty(),
                        "evidence.impactId", nullValue(),
                        "evidence.impact", nullValue());
        approve(id).statusCode(200);
    }

    @Test
    void cases_of_policies_that_need_its_outcome_are_shown_too() {
        analyst()
                .header("If-None-Match", "*")
                .contentType("application/xml")
                .body(analyst()
                        .get("/policies/account-tier/versions/1/text")
                        .asString()
                        .replace("Re-tier quarterly", "Re-tier twice a year"))
                .put("/policies/account-tier/draft")
                .then()
                .statusCode(201);

        analyst()
                .contentType("application/json")
                .body(Map.of("message", "twice a year"))
                .post("/policies/account-tier/draft/propose")
                .then()
                .statusCode(201)
                .body("evidence.cases.policy", hasItem("engagement-model"))
                .body("evidence.cases.policy", not(hasItem("dimension-scores")));
    }

    @Test
    void a_draft_with_an_error_in_its_check_is_refused_with_what_is_wrong() {
        draft("analyst", reviews(6).replaceFirst("(care-tier-1-in-1\">\\s*<text>)[^<]+", "$1&gt;= = 10"))
                .statusCode(201);

        propose("analyst", "half done")
                .statusCode(422)
                .body("errors.detail", hasItem(containsString("one comparison stands upon another")));
        analyst().get("/proposals").then().body("items", empty());
    }

    @Test
    void a_finished_impact_of_the_same_text_is_shown() {
        draft("analyst", reviews(6)).statusCode(201);
        String impact = impact();
        finished(impact);

        String id = proposed(Map.of("message", "six", "impact", impact))
                .statusCode(201)
                .extract()
                .path("id");

        approver()
                .get("/proposals/" + id)
                .then()
                .body(
                        "evidence.impactId", equalTo(impact),
                        "evidence.impact.state", equalTo("finished"),
                        "evidence.impact.policies.policy", contains("engagement-model"));
        approver().get("/proposals").then().body("items[0].evidence.impactId", equalTo(impact));
    }

    @Test
    void an_impact_of_another_text_is_refused() {
        draft("analyst", reviews(6)).statusCode(201);
        String impact = impact();
        finished(impact);
        analyst()
                .header("If-Match", "\"1\"")
                .contentType("application/xml")
                .body(reviews(7))
                .put(Desk.POLICY + "/draft")
                .then()
                .statusCode(200);

        proposed(Map.of("message", "seven", "impact", impact))
                .statusCode(409)
                .body("detail", containsString("other texts"));
        proposed(Map.of("message", "seven", "impact", UUID.randomUUID())).statusCode(404);
    }

    @Test
    void one_that_is_asked_for_with_the_proposal_is_shown_once_it_is_finished() {
        draft("analyst", reviews(6)).statusCode(201);

        ValidatableResponse proposal =
                proposed(Map.of("message", "six", "rehearse", true)).statusCode(201);
        String impact = proposal.extract().path("evidence.impactId");
        finished(impact);

        approver()
                .get("/proposals/" + proposal.extract().path("id"))
                .then()
                .body("evidence.impact.id", equalTo(impact), "evidence.impact.state", equalTo("finished"));
        proposed(Map.of("message", "six", "rehearse", true, "impact", impact)).statusCode(400);
    }

    private static String impact() {
        return analyst()
                .contentType("application/json")
                .body(Map.of())
                .post(Desk.POLICY + "/draft/impact")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private void finished(String impact) {
        jobs.events(UUID.fromString(impact)).collect().last().await().indefinitely();
    }

    private static ValidatableResponse proposed(Map<String, Object> body) {
        return analyst()
                .contentType("application/json")
                .body(body)
                .post(Desk.POLICY + "/draft/propose")
                .then();
    }
}
