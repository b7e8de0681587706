package dev.keyline.proposal;

import static dev.keyline.policy.Caller.analyst;
import static dev.keyline.policy.Caller.approver;
import static dev.keyline.policy.Caller.text;
import static dev.keyline.proposal.Desk.POLICY;
import static dev.keyline.proposal.Desk.approve;
import static dev.keyline.proposal.Desk.draft;
import static dev.keyline.proposal.Desk.propose;
import static dev.keyline.proposal.Desk.publish;
import static dev.keyline.proposal.Desk.reviews;
import static dev.keyline.proposal.Desk.withReviews;
import static dev.keyline.proposal.Desk.withReviewsOfTier2;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.keyline.policy.Policies;
import dev.keyline.policy.Release;
import dev.keyline.policy.ShippedOnly;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft whose base is no longer in force. */
@QuarkusTest
class MergedDraftTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Policies policies;

    @BeforeEach
    @AfterEach
    void shippedOnly() {
        ShippedOnly.restore(jdbi, policies);
    }

    @Test
    void takes_over_the_rows_that_another_has_changed_and_is_approved() {
        draft("approver", withReviewsOfTier2(text("engagement-model", 1), 3)).statusCode(201);
        int theirs = publish(reviews(6));

        approver().get(POLICY + "/draft").then().body("base", equalTo(1), "stale", equalTo(true));
        propose("approver", "three for Tier 2").statusCode(409).body("detail", containsString("rebase"));
        approver()
                .get(POLICY + "/draft/merge")
                .then()
                .statusCode(200)
                .body("base", equalTo(1), "onto", equalTo(theirs), "conflicts", empty());
        approver()
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .post(POLICY + "/draft/rebase")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("base", equalTo(theirs), "stale", equalTo(false));
        approver()
                .get(POLICY + "/difference")
                .then()
                .statusCode(200)
                .body("from", equalTo(Integer.toString(theirs)), "to", equalTo("draft"))
                .body("tables.changes.flatten().row", contains("care-tier-2"))
                .body("tables.changes.flatten().kind", contains("cell-changed"));
        approver()
                .get(POLICY + "/difference?from=1")
                .then()
                .body("words", hasItem(containsString("care-tier-1")))
                .body("words", hasItem(containsString("care-tier-2")));
    }

    @Test
    void shows_what_both_changed_and_is_not_overwritten() {
        draft("approver", reviews(5)).statusCode(201);
        int theirs = publish(reviews(6));

        approver()
                .get(POLICY + "/draft/merge")
                .then()
                .body("conflicts.row", contains("care-tier-1"))
                .body("conflicts.base", contains("4"), "conflicts.mine", contains("5"))
                .body("conflicts.theirs", contains("6"));
        approver()
                .contentType("application/json")
                .post(POLICY + "/draft/rebase")
                .then()
                .statusCode(409)
                .body("detail", containsString("base=" + theirs));
        approver().get(POLICY + "/draft").then().body("revision", equalTo(1), "base", equalTo(1));

        approver()
                .header("If-Match", "\"1\"")
                .contentType("application/xml")
                .body(reviews(5))
                .put(POLICY + "/draft?base=" + theirs)
                .then()
                .statusCode(200)
                .body("stale", equalTo(false));
        propose("approver", "five, settled").statusCode(201);
    }

    @Test
    void that_was_saved_meanwhile_is_not_rebased() {
        draft("approver", withReviewsOfTier2(text("engagement-model", 1), 3)).statusCode(201);

        approver()
                .header("If-Match", "\"9\"")
                .contentType("application/json")
                .post(POLICY + "/draft/rebase")
                .then()
                .statusCode(412);
        approver().get(POLICY + "/draft/merge?onto=999").then().statusCode(404);
        approver().get(POLICY + "/draft/merge?onto=x").then().statusCode(400);
        analyst().get(POLICY + "/draft/merge").then().statusCode(404);
        approver().get(POLICY + "/difference?from=x").then().statusCode(400);
    }

    @Test
    void of_a_policy_without_a_version_has_nothing_to_be_merged_with() {
        analyst()
                .contentType("application/xml")
                .body("<a/>")
                .put("/policies/partner-tier/draft")
                .then()
                .statusCode(201);

        analyst().get("/policies/partner-tier/draft/merge").then().statusCode(409);
        analyst().get("/policies/partner-tier/difference").then().statusCode(409);
    }

    @Test
    void takes_over_what_a_release_ships_beside_an_edit() {
        int edit = publish(reviews(6));
        int shipped =
                Release.ships(jdbi, policies, "engagement-model", withReviewsOfTier2(text("engagement-model", 1), 3));
        analyst()
                .get("/policies?limit=1000")
                .then()
                .body("items.find { it.policy == 'engagement-model' }.state", equalTo("diverged"))
                .body("items.find { it.policy == 'engagement-model' }.version", equalTo(edit))
                .body("items.find { it.policy == 'engagement-model' }.shippedVersion", equalTo(shipped));

        draft("analyst", text("engagement-model", edit)).statusCode(201);
        analyst()
                .contentType("application/json")
                .post(POLICY + "/draft/rebase?onto=" + shipped)
                .then()
                .statusCode(200)
                .body("base", equalTo(edit), "merged", equalTo(shipped));
        String proposal = propose("analyst", "what is shipped, too")
                .statusCode(201)
                .extract()
                .path("id");
        approve(proposal).statusCode(200);
        analyst().get(POLICY).then().body("policy.state", equalTo("in-force"), "policy.origin", equalTo("edited"));

        Desk.rollBack("?to=" + shipped).statusCode(201);
        analyst().get(POLICY).then().body("policy.state", equalTo("in-force"), "policy.origin", equalTo("shipped"));
    }

    @Test
    void begins_again_on_what_was_rolled_back_without_the_change_that_was() {
        publish(reviews(6));
        draft("approver", withReviewsOfTier2(reviews(6), 3)).statusCode(201);
        Desk.rollBack("").statusCode(201);

        approver().get(POLICY + "/draft/merge").then().body("conflicts", empty(), "onto", equalTo(1));
        approver()
                .contentType("application/json")
                .post(POLICY + "/draft/rebase")
                .then()
                .statusCode(200);
        approver().get(POLICY + "/difference").then().body("tables.changes.flatten().row", contains("care-tier-2"));
        draft("analyst", withReviews(text("engagement-model", 1), 7)).statusCode(201);
    }
}
