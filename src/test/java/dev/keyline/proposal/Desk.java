package dev.keyline.proposal;

import static dev.keyline.policy.Caller.approver;
import static dev.keyline.policy.Caller.as;
import static dev.keyline.policy.Caller.text;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an analyst and an approver do with the engagement model, whose first row says how often a Tier 1 is reviewed. */
final class Desk {
    static final String POLICY = "/policies/engagement-model";

    private Desk() {}

    /** The shipped text, but for how many reviews a year a Tier 1 account gets. */
    static String reviews(int times) {
        return withReviews(text("engagement-model", 1), times);
    }

    static String withReviews(String text, int times) {
        return text.replaceFirst("(care-tier-1-out-1\">\\s*<text>)[0-9]+", "$1" + times);
    }

    /** The same for Tier 2. */
    static String withReviewsOfTier2(String text, int times) {
        return text.replaceFirst("(care-tier-2-out-1\">\\s*<text>)[0-9]+", "$1" + times);
    }

    static ValidatableResponse draft(String who, String text) {
        return as(who).header("If-None-Match", "*")
                .contentType("application/xml")
                .body(text)
                .put(POLICY + "/draft")
                .then();
    }

    static ValidatableResponse propose(String who, String message) {
        return as(who).contentType("application/json")
                .body(Map.of("message", message))
                .post(POLICY + "/draft/propose")
                .then();
    }

    static ValidatableResponse approve(String proposal) {
        return approve(proposal, null);
    }

    static ValidatableResponse approve(String proposal, @Nullable String effectiveFrom) {
        Map<String, Object> body = new HashMap<>();
        body.put("effectiveFrom", effectiveFrom);
        return approver()
                .contentType("application/json")
                .body(body)
                .post("/proposals/" + proposal + "/approve")
                .then();
    }

    /** Drafts, proposes and approves, and answers the version's number. */
    static int publish(String text) {
        draft("analyst", text).statusCode(201);
        String proposal =
                propose("analyst", "because").statusCode(201).extract().path("id");
        return approve(proposal).statusCode(200).extract().path("policies[0].version");
    }

    static ValidatableResponse rollBack(String query) {
        return approver()
                .contentType("application/json")
                .post(POLICY + "/rollback" + query)
                .then();
    }

    /** A decision over a Tier 1 account on which nothing weighs. */
    static ValidatableResponse decide(@Nullable String asOf) {
        Map<String, Object> body = new HashMap<>();
        body.put("asOf", asOf);
        body.put(
                "facts",
                Map.of(
                        "tier", "Tier 1",
                        "lifecycleStage", "grow",
                        "openEscalations", 0,
                        "criticalEscalations", 0,
                        "nextRenewalOn", "2037-01-15"));
        return as("service")
                .contentType("application/json")
                .body(body)
                .post("/decisions/engagement-model")
                .then();
    }
}
