package dev.keyline.proposal;

import static dev.keyline.policy.Caller.analyst;
import static dev.keyline.policy.Caller.approver;
import static dev.keyline.policy.Caller.as;
import static dev.keyline.policy.Caller.text;
import static dev.keyline.proposal.Desk.approve;
import static dev.keyline.proposal.Desk.decide;
import static dev.keyline.proposal.Desk.draft;
import static dev.keyline.proposal.Desk.reviews;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.keyline.policy.Policies;
import dev.keyline.policy.ShippedOnly;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two policies brought into force together is taken back together. */
@QuarkusTest
class RolledBackProposalTest {
    private static final List<String> TOGETHER = List.of("account-tier", "engagement-model");

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
    void goes_back_as_a_whole_and_stands_in_the_trail() {
        String id = proposed();
        approve(id).statusCode(200).body("rolledBackBy", nullValue());
        decide(null).body("outcome.qbrsPerYear", equalTo(6));

        rollBack(id)
                .statusCode(200)
                .body(
                        "rolledBackBy",
                        equalTo("approver"),
                        "rolledBackAt",
                        notNullValue(),
                        "state",
                        equalTo("approved"));

        decide(null).body("outcome.qbrsPerYear", equalTo(4), "version", equalTo(1));
        TOGETHER.forEach(policy -> analyst().get("/policies/" + policy).then().body("policy.version", equalTo(1)));
        as("auditor")
                .queryParam("subject", "/proposals/" + id)
                .get("/audit")
                .then()
                .body("items[0].action", equalTo("proposal rolled back"), "items[0].actor", equalTo("approver"));
        as("auditor").get("/audit").then().body("items.action", hasItems("rolled back"));
        as("auditor").get("/audit/verify").then().body("intact", equalTo(true));
    }

    @Test
    void happens_once() {
        String id = proposed();
        rollBack(id).statusCode(409).body("detail", containsString("open"));
        approve(id).statusCode(200);
        rollBack(id).statusCode(200);

        rollBack(id).statusCode(409).body("detail", containsString("already"));
        approver()
                .post("/proposals/01a2005d-960f-70c3-b265-1256fd7d8370/rollback")
                .then()
                .statusCode(404);
    }

    @Test
    void changes_nothing_when_one_of_them_has_been_superseded() {
        String id = proposed();
        approve(id).statusCode(200);
        Desk.publish(reviews(8));

        rollBack(id).statusCode(409).body("detail", containsString("engagement-model"));
        decide(null).body("outcome.qbrsPerYear", equalTo(8));
        analyst().get("/policies/account-tier").then().body("policy.origin", equalTo("edited"));
        approver().get("/proposals/" + id).then().body("rolledBackBy", nullValue());
    }

    @Test
    void of_one_that_is_still_to_come_calls_it_off() {
        String id = proposed();
        approve(id, clock.instant().plus(Duration.ofDays(3)).toString()).statusCode(200);

        rollBack(id).statusCode(200);

        analyst()
                .queryParam("asOf", clock.instant().plus(Duration.ofDays(9)).toString())
                .get("/policies/in-force")
                .then()
                .body("versions.findAll { it.policy == 'engagement-model' }.version", hasItem(1));
    }

    private static String proposed() {
        draft("analyst", reviews(6)).statusCode(201);
        analyst()
                .header("If-None-Match", "*")
                .contentType("application/xml")
                .body(text("account-tier", 1).replace("Re-tier quarterly", "Re-tier twice a year"))
                .put("/policies/account-tier/draft")
                .then()
                .statusCode(201);
        return analyst()
                .contentType("application/json")
                .body(Map.of("policies", TOGETHER, "message", "six reviews, and a calmer tiering"))
                .post("/proposals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse rollBack(String id) {
        return approver().post("/proposals/" + id + "/rollback").then();
    }
}
