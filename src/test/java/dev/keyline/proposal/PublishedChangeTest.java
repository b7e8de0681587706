package dev.keyline.proposal;

import static dev.keyline.policy.Caller.analyst;
import static dev.keyline.policy.Caller.approver;
import static dev.keyline.policy.Caller.as;
import static dev.keyline.policy.Caller.text;
import static dev.keyline.proposal.Desk.approve;
import static dev.keyline.proposal.Desk.decide;
import static dev.keyline.proposal.Desk.draft;
import static dev.keyline.proposal.Desk.propose;
import static dev.keyline.proposal.Desk.publish;
import static dev.keyline.proposal.Desk.reviews;
import static dev.keyline.proposal.Desk.rollBack;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.keyline.policy.Policies;
import dev.keyline.policy.ShippedOnly;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rule changes: proposed by one, approved by another, in force, and back. */
@QuarkusTest
class PublishedChangeTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Policies policies;

    @Inject
    Clock clock;

    @BeforeEach
    @AfterEach
    void shippedOnly() {
        ShippedOnly.restore(jdbi, policies);
    }

    @Test
    void is_proposed_approved_by_another_in_force_and_rolled_back() {
        decide(null).statusCode(201).body("outcome.qbrsPerYear", equalTo(4), "version", equalTo(1));

        draft("analyst", reviews(6)).statusCode(201);
        String proposal = propose("analyst", "six reviews a year")
                .statusCode(201)
                .header("Location", containsString("/proposals/"))
                .body("state", equalTo("open"), "policies.base", contains(1), "stale", empty())
                .extract()
                .path("id");
        decide(null).body("version", equalTo(1));
        analyst()
                .contentType("application/json")
                .post("/proposals/" + proposal + "/approve")
                .then()
                .statusCode(403);

        int version = approve(proposal)
                .statusCode(200)
                .body("state", equalTo("approved"), "decidedBy", equalTo("approver"), "inForceFrom", notNullValue())
                .extract()
                .path("policies[0].version");
        decide(null).body("outcome.qbrsPerYear", equalTo(6), "version", equalTo(version));
        analyst().get(Desk.POLICY + "/draft").then().statusCode(404);
        decide("2026-01-01T00:00:00Z").body("outcome.qbrsPerYear", equalTo(4), "version", equalTo(1));

        rollBack("").statusCode(201).body("version", equalTo(1));
        decide(null).body("outcome.qbrsPerYear", equalTo(4), "version", equalTo(1));
        rollBack("?to=" + version).statusCode(201).body("version", equalTo(version));
        decide(null).body("outcome.qbrsPerYear", equalTo(6));
        as("auditor")
                .get("/audit")
                .then()
                .body(
                        "items.action",
                        hasItems("proposal opened", "proposal approved", "version put in force", "rolled back"));
        as("auditor").get("/audit/verify").then().body("intact", equalTo(true));
    }

    @Test
    void is_not_approved_by_its_author() {
        draft("approver", reviews(6)).statusCode(201);
        String proposal = propose("approver", "mine").statusCode(201).extract().path("id");

        approve(proposal).statusCode(403).body("type", equalTo("/problems/own-proposal"));
        decide(null).body("version", equalTo(1));
    }

    @Test
    void is_not_approved_by_one_who_has_written_part_of_it() {
        draft("analyst", reviews(6)).statusCode(201);
        String catalogue = text("catalogue", 1);
        approver()
                .contentType("text/yaml")
                .body(catalogue + "\n# told\n")
                .put("/policies/catalogue/draft")
                .then()
                .statusCode(201);
        String proposal = analyst()
                .contentType("application/json")
                .body(Map.of(
                        "policies", List.of("engagement-model", "catalogue"),
                        "authors", Map.of("catalogue", "approver"),
                        "message", "together"))
                .post("/proposals")
                .then()
                .statusCode(201)
                .body("policies.policy", contains("catalogue", "engagement-model"))
                .extract()
                .path("id");

        approve(proposal).statusCode(403);
    }

    @Test
    void is_rejected_with_the_reason_and_its_draft_stays() {
        draft("analyst", reviews(6)).statusCode(201);
        String proposal = propose("analyst", "six").extract().path("id");

        approver()
                .contentType("application/json")
                .body("{}")
                .post("/proposals/" + proposal + "/reject")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        approver()
                .contentType("application/json")
                .body(Map.of("reason", "too many"))
                .post("/proposals/" + proposal + "/reject")
                .then()
                .statusCode(200)
                .body("state", equalTo("rejected"), "reason", equalTo("too many"));
        approve(proposal).statusCode(409).body("detail", containsString("rejected"));
        propose("analyst", "six, again").statusCode(201);
    }

    @Test
    void is_withdrawn_by_its_author_only() {
        draft("analyst", reviews(6)).statusCode(201);
        String proposal = propose("analyst", "six").extract().path("id");

        approver()
                .contentType("application/json")
                .post("/proposals/" + proposal + "/withdraw")
                .then()
                .statusCode(409);
        analyst()
                .contentType("application/json")
                .post("/proposals/" + proposal + "/withdraw")
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
        analyst()
                .get("/proposals?state=withdrawn&policy=engagement-model")
                .then()
                .body("items.id", contains(proposal));
        analyst().get("/proposals?state=gone").then().statusCode(400);
        analyst().get("/proposals/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void comes_into_force_at_its_date_and_can_be_called_off_before() {
        draft("analyst", reviews(6)).statusCode(201);
        String proposal = propose("analyst", "from then on").extract().path("id");
        Instant then = clock.instant().plus(Duration.ofDays(30));

        approve(proposal, then.minus(Duration.ofDays(60)).toString())
                .statusCode(422)
                .body("type", equalTo("/problems/not-back-dated"));
        approve(proposal, "soon").statusCode(400);
        int version =
                approve(proposal, then.toString()).statusCode(200).extract().path("policies[0].version");
        decide(null).body("version", equalTo(1));
        decide(then.plusSeconds(1).toString()).body("outcome.qbrsPerYear", equalTo(6), "version", equalTo(version));

        draft("analyst", reviews(7)).statusCode(201).body("base", equalTo(1));
        String sooner = propose("analyst", "at once").extract().path("id");
        approve(sooner).statusCode(409).body("detail", containsString("would take this one back"));

        rollBack("").statusCode(201).body("version", equalTo(1));
        decide(then.plusSeconds(1).toString()).body("version", equalTo(1));
        approve(sooner).statusCode(200);
    }

    @Test
    void that_was_made_from_what_is_no_longer_in_force_is_not_approved() {
        draft("analyst", reviews(6)).statusCode(201);
        String late = propose("analyst", "six").extract().path("id");
        analyst().header("If-Match", "*").delete(Desk.POLICY + "/draft").then().statusCode(204);
        publish(reviews(5));

        analyst().get("/proposals/" + late).then().body("stale", contains("engagement-model"));
        approve(late).statusCode(409).body("detail", containsString("rebases"));
        decide(null).body("outcome.qbrsPerYear", equalTo(5));
    }

    @Test
    void that_does_not_compile_or_says_nothing_is_not_proposed() {
        draft("analyst", reviews(4)).statusCode(201);
        propose("analyst", "the same").statusCode(409);
        analyst()
                .header("If-Match", "*")
                .contentType("application/xml")
                .body(reviews(4).replaceFirst("(care-tier-1-out-1\">\\s*<text>)4", "$1(("))
                .put(Desk.POLICY + "/draft")
                .then()
                .statusCode(200);
        propose("analyst", "broken")
                .statusCode(422)
                .body("errors.pointer", hasItem("dmn/engagement/engagement-model.dmn"));
        analyst()
                .contentType("application/json")
                .body("{}")
                .post("/policies/churn-risk/draft/propose")
                .then()
                .statusCode(404);
        analyst()
                .contentType("application/json")
                .body(Map.of("policies", List.of(), "message", "x"))
                .post("/proposals")
                .then()
                .statusCode(400);
    }

    @Test
    void that_loses_a_component_says_who_reads_it() {
        draft(
                        "analyst",
                        reviews(6)
                                .replaceAll(
                                        "(?s)<itemComponent id=\"engagement-model-type-engagementmodel-points\".*?</itemComponent>",
                                        ""))
                .statusCode(201);
        propose("analyst", "without points")
                .statusCode(201)
                .body("notes", hasItem(containsString("The outcome of engagement-model loses points")));
    }

    @Test
    void is_recorded_once_however_often_it_is_sent() {
        draft("analyst", reviews(6)).statusCode(201);
        String key = UUID.randomUUID().toString();
        String first = keyed(key).statusCode(201).extract().path("id");
        keyed(key).statusCode(200).body("id", equalTo(first));
        approve(first).statusCode(200);

        String again = UUID.randomUUID().toString();
        for (int status : List.of(201, 200)) {
            approver()
                    .header("Idempotency-Key", again)
                    .contentType("application/json")
                    .post(Desk.POLICY + "/rollback")
                    .then()
                    .statusCode(status)
                    .body("version", equalTo(1));
        }
    }

    private static io.restassured.response.ValidatableResponse keyed(String key) {
        return analyst()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("message", "once"))
                .post(Desk.POLICY + "/draft/propose")
                .then();
    }

    @Test
    void goes_back_only_to_what_was_in_force() {
        draft("analyst", reviews(6)).statusCode(201);
        int never = propose("analyst", "six").extract().path("policies[0].version");

        rollBack("").statusCode(409);
        rollBack("?to=1").statusCode(409);
        rollBack("?to=" + never).statusCode(409).body("detail", containsString("never in force"));
        rollBack("?to=9999").statusCode(404);
        rollBack("?to=x").statusCode(400);
        approver()
                .contentType("application/json")
                .post("/policies/no-such/rollback")
                .then()
                .statusCode(404);
        decide(null).body("version", not(equalTo(never)));
    }
}
