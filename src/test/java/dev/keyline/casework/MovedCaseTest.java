package dev.keyline.casework;

import static dev.keyline.casework.Scenery.ACCOUNT;
import static dev.keyline.casework.Scenery.escalation;
import static dev.keyline.casework.Scenery.outcome;
import static dev.keyline.casework.Scenery.review;
import static dev.keyline.casework.Scenery.warning;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with cases, over HTTP. */
@QuarkusTest
class MovedCaseTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Casework casework;

    private String escalation;
    private String warning;

    @BeforeEach
    void an_escalation_and_a_warning() {
        Scenery.set(jdbi);
        jdbi.useTransaction(
                handle -> casework.follow(handle, review(), outcome(escalation("high"), warning())));
        escalation = id("escalation");
        warning = id("warning");
    }

    @Test
    void open_cases_are_listed_with_their_clocks() {
        manager()
                .get("/cases?account=" + ACCOUNT + "&state=not-closed&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("nextCursor", notNullValue());
        manager()
                .get("/cases?owner=kim&severity=high")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(escalation))
                .body("items[0].clock.rungs", hasSize(4));
        manager()
                .get("/cases?kind=quarrel")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("escalation, warning"));
    }

    @Test
    void taking_up_giving_on_raising_and_telling_are_in_the_history() {
        move(escalation, "acknowledge", "{\"note\": \"on it\"}").statusCode(200).body("state", equalTo("acknowledged"));
        move(escalation, "assign", "{\"owner\": \"boss\"}").statusCode(200).body("owner", equalTo("boss"));
        move(escalation, "updates", "{\"text\": \"They know.\"}").statusCode(200);
        move(escalation, "raise", "{\"severity\": \"critical\", \"reason\": \"The CEO called\"}")
                .statusCode(200)
                .body("severity", equalTo("critical"))
                .body("foundSeverity", equalTo("high"))
                .body("state", equalTo("open"))
                .body("clockNumber", equalTo(2));
        manager()
                .get("/cases/" + escalation + "/events")
                .then()
                .statusCode(200)
                .body("items.what", hasItems("opened", "acknowledged", "assigned", "updated", "raised"))
                .body("items[-1].actor", equalTo("manager"))
                .body("items[-1].detail.reason", equalTo("The CEO called"));
    }

    @Test
    void an_evaluation_does_not_lower_what_a_person_has_raised_and_may_still_worsen_it() {
        move(warning, "raise", "{\"severity\": \"high\", \"reason\": \"I know him\"}").statusCode(200);
        jdbi.useTransaction(
                handle -> casework.follow(handle, review(), outcome(escalation("high"), warning())));
        manager().get("/cases/" + warning).then().body("severity", equalTo("high")).body("foundSeverity", equalTo("medium"));
    }

    @Test
    void raising_goes_up_only() {
        move(escalation, "raise", "{\"severity\": \"high\", \"reason\": \"again\"}")
                .statusCode(409)
                .body("detail", containsString("high already"));
    }

    @Test
    void an_escalation_ends_after_a_clean_review_and_with_the_customers_word() {
        String over = "{\"reason\": \"usage is back\", \"confirmedBy\": \"Jo of Acme\"}";
        move(escalation, "close", "{\"reason\": \"over\"}").statusCode(409).body("detail", containsString("de-escalated"));
        move(escalation, "acknowledge", "{}").statusCode(200);
        move(escalation, "de-escalate", over).statusCode(409).body("detail", containsString("no longer find"));
        jdbi.useTransaction(handle -> casework.follow(handle, review(), outcome()));
        move(escalation, "de-escalate", "{\"reason\": \"usage is back\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/confirmedBy"));
        move(escalation, "de-escalate", over).statusCode(200).body("state", equalTo("de-escalated"));
        move(escalation, "close", "{\"reason\": \"done\"}").statusCode(200).body("closeReason", equalTo("done"));
        move(escalation, "close", "{\"reason\": \"done\"}").statusCode(409);
        move(escalation, "reopen", "{\"reason\": \"not done\"}")
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("clock", notNullValue());
    }

    @Test
    void only_an_escalation_is_de_escalated() {
        move(warning, "de-escalate", "{\"reason\": \"x\", \"confirmedBy\": \"y\"}").statusCode(409);
    }

    @Test
    void a_closed_case_is_not_reopened_beside_another_of_the_same_cause() {
        move(warning, "close", "{\"reason\": \"he called\"}").statusCode(200);
        jdbi.useTransaction(handle -> casework.follow(handle, review(), outcome(warning())));
        move(warning, "reopen", "{\"reason\": \"no\"}").statusCode(409).body("detail", containsString("same cause"));
        move(warning, "assign", "{\"owner\": \"boss\"}").statusCode(409);
    }

    @Test
    void a_move_on_what_somebody_has_changed_is_refused() {
        String read = manager().get("/cases/" + escalation).header("ETag");
        move(escalation, "assign", "{\"owner\": \"boss\"}").statusCode(200);
        manager()
                .header("If-Match", read)
                .body("{}")
                .post("/cases/" + escalation + "/acknowledge")
                .then()
                .statusCode(412);
    }

    @Test
    void a_repeated_move_is_made_once() {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            manager()
                    .header("Idempotency-Key", key)
                    .body("{}")
                    .post("/cases/" + escalation + "/acknowledge")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("acknowledged"));
        }
        move(escalation, "acknowledge", "{}").statusCode(409);
    }

    @Test
    void what_is_missing_or_unknown_is_named() {
        move(escalation, "assign", "{\"owner\": \"nobody\"}").statusCode(400).body("errors[0].pointer", equalTo("/owner"));
        move(escalation, "raise", "{\"reason\": \"x\"}").statusCode(400).body("errors[0].pointer", equalTo("/severity"));
        move(escalation, "close", "{\"reason\": \" \"}").statusCode(400).body("errors[0].pointer", equalTo("/reason"));
        move(UUID.randomUUID().toString(), "acknowledge", "{}").statusCode(404);
        manager().get("/cases/" + UUID.randomUUID()).then().statusCode(404);
        manager().get("/cases/" + UUID.randomUUID() + "/events").then().statusCode(404);
    }

    private static String id(String kind) {
        return manager().get("/cases?kind=" + kind + "&account=" + ACCOUNT).path("items[0].id");
    }

    private static ValidatableResponse move(String id, String move, String body) {
        return manager().body(body).post("/cases/" + id + "/" + move).then();
    }

    private static RequestSpecification manager() {
        return given().auth().preemptive().basic("manager", "for-tests-only").contentType("application/json");
    }
}
