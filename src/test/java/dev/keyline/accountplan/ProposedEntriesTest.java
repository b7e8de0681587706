package dev.keyline.accountplan;

import static dev.keyline.accountplan.KnownAccount.PLAN;
import static dev.keyline.accountplan.KnownAccount.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProposedEntriesTest {
    private static final String PROPOSALS = PLAN + "/proposals";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void an_account_that_policies_found_something_of() {
        KnownAccount.make(jdbi);
        HeldOutcomes outcomes = new HeldOutcomes(jdbi);
        outcomes.hold("acme", "early-warning", """
                {"warnings": [
                  {"sign": "champion-silent", "level": "yellow", "evidence": "The champion was last heard of 45 days ago."},
                  {"sign": "single-threaded", "level": "yellow", "evidence": "Only one contact is engaged."}]}
                """, "warning-champion-silent", "warning-single-threaded");
        outcomes.hold("acme", "expansion-trigger", """
                {"triggers": [
                  {"kind": "upsell", "cause": "seats", "productId": "suite", "reason": "96 % of the seats are in use",
                   "evidence": "960 of 1,000", "timing": "2026-12-01", "held": null},
                  {"kind": "cross-sell", "cause": "whitespace", "productId": null, "reason": "Two products are not bought",
                   "timing": null, "held": null},
                  {"kind": "renew", "cause": "nps", "reason": "NPS of 60", "held": "health is below 50"}]}
                """, "trigger-seats", "trigger-whitespace");
        outcomes.hold("acme", "business-review", """
                {"due": true, "dueOn": "2026-12-10",
                 "agenda": [{"part": "risks-raised", "item": "The silent champion", "why": "An open risk"}]}
                """, "review-agenda-risks");
        outcomes.hold("acme", "account-health", "{\"band\": \"neutral\"}", "health-neutral");
    }

    @Test
    void risks_come_from_warnings_opportunities_from_triggers_and_the_agenda_from_the_business_review() {
        as("auditor")
                .get(PROPOSALS)
                .then()
                .statusCode(200)
                .body("items.section", containsInAnyOrder("risks", "risks", "roadmap", "roadmap", "agenda"))
                .body("items.cause", not(hasItem("nps")))
                .body("items.find { it.cause == 'champion-silent' }.grounds.policy", equalTo("early-warning"))
                .body("items.find { it.cause == 'champion-silent' }.grounds.decisionId", notNullValue())
                .body(
                        "items.find { it.cause == 'champion-silent' }.grounds.rules.ruleId",
                        contains("warning-champion-silent"))
                .body("items.find { it.cause == 'champion-silent' }.entry.owner", equalTo("m"))
                .body("items.find { it.cause == 'seats' }.entry.on", equalTo("2026-12-01"))
                .body("items.find { it.section == 'agenda' }.entry.reviewOn", equalTo("2026-12-10"));
    }

    @Test
    void an_accepted_risk_stands_in_the_plan_as_its_taker_words_it_and_is_proposed_no_more() {
        String id = proposal("champion-silent");
        as("manager")
                .body("{\"likelihood\": \"high\", \"impact\": \"high\", \"mitigation\": \"Call her on Monday\"}")
                .post(PROPOSALS + "/" + id + "/accept")
                .then()
                .statusCode(201)
                .body("answer", equalTo("accepted"))
                .body("entryId", equalTo(id))
                .body("policy", equalTo("early-warning"));

        as("auditor")
                .get(PLAN + "/risks/" + id)
                .then()
                .body("risk", equalTo("The champion was last heard of 45 days ago."))
                .body("mitigation", equalTo("Call her on Monday"))
                .body("cause", equalTo("champion-silent"))
                .body("state", equalTo("open"));
        as("auditor").get(PLAN + "/versions").then().body("items[0].message", equalTo("Proposal taken"));
        as("auditor").get(PROPOSALS).then().body("items.cause", not(hasItem("champion-silent")));
        as("manager").body("{}").post(PROPOSALS + "/" + id + "/accept").then().statusCode(409);
    }

    @Test
    void an_opportunity_without_a_time_is_taken_once_somebody_says_when() {
        String id = proposal("whitespace");
        as("manager")
                .body("{}")
                .post(PROPOSALS + "/" + id + "/accept")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/on"));
        as("manager")
                .body("{\"on\": \"2027-02-01\", \"productId\": \"none\"}")
                .post(PROPOSALS + "/" + id + "/accept")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/productId"));
        as("manager")
                .body("{\"on\": \"2027-02-01\"}")
                .post(PROPOSALS + "/" + id + "/accept")
                .then()
                .statusCode(201);
        as("auditor").get(PLAN + "/roadmap").then().body("kind", contains("cross-sell"));
    }

    @Test
    void what_is_declined_with_a_reason_does_not_come_back() {
        String id = proposal("seats");
        as("manager").body("{}").post(PROPOSALS + "/" + id + "/decline").then().statusCode(400);
        RequestSpecification request = as("manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"reason\": \"They are leaving that site\"}");
        String location = request.post(PROPOSALS + "/" + id + "/decline")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        request.post(PROPOSALS + "/" + id + "/decline").then().statusCode(200);

        as("auditor")
                .get(location)
                .then()
                .body("reason", equalTo("They are leaving that site"))
                .body("entryId", nullValue())
                .body("answeredBy", equalTo("manager"));
        as("auditor").get(PROPOSALS).then().body("items.cause", not(hasItem("seats")));
        as("auditor").get(PROPOSALS + "/answers").then().body("items.cause", contains("seats"));
        as("auditor").get(PLAN).then().header("ETag", "\"0\"");
    }

    @Test
    void what_nothing_proposes_cannot_be_answered() {
        as("manager")
                .body("{}")
                .post(PROPOSALS + "/" + UUID.randomUUID() + "/accept")
                .then()
                .statusCode(404);
        as("manager").body("{}").post(PROPOSALS + "/nonsense/accept").then().statusCode(404);
        as("manager")
                .body("{\"reason\": \"r\"}")
                .post("/accounts/nobody/plan/proposals/" + UUID.randomUUID() + "/decline")
                .then()
                .statusCode(404);
        as("auditor").get("/accounts/nobody/plan/proposals").then().statusCode(404);
        as("auditor")
                .get("/accounts/other/plan/proposals")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    private static String proposal(String cause) {
        return as("auditor").get(PROPOSALS).path("items.find { it.cause == '" + cause + "' }.id");
    }
}
