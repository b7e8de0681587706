package dev.keyline.accountplan;

import static dev.keyline.accountplan.KnownAccount.PLAN;
import static dev.keyline.accountplan.KnownAccount.WHOLE;
import static dev.keyline.accountplan.KnownAccount.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefusedPlanTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void an_account() {
        KnownAccount.make(jdbi);
    }

    @Test
    void every_error_has_its_pointer_and_nothing_is_changed() {
        put("""
                {"summary": {"business": "Valves"}, "hobby": {}, "goals": {"id": "g"},
                 "actions": [{"what": " ", "owner": "nobody", "dueOn": "soon", "state": "asleep", "goal": "g9"}],
                 "roadmap": [{"opportunity": "More", "kind": "upsell", "productId": "none", "value": -1, "on": "2027-01-01",
                              "currency": "XXQ"}],
                 "metrics": [{"id": "a b", "name": "N", "category": "mood", "target": "9"}],
                 "value": [{"statement": "S", "deliveredOn": "2150-01-01", "amount": 5}],
                 "stakeholders": [{"contactId": "stranger", "influence": "high"}],
                 "feedback": [{"productId": "suite", "what": "W", "state": "shipped"}],
                 "businessReviews": [{"heldOn": "2026-01-01", "attendees": ["A", 7], "valueProved": "V", "risksRaised": "R"}],
                 "initiatives": [{"name": "I", "startsOn": "2026-02-01", "endsOn": "2026-01-01", "budget": 1}],
                 "budget": {"decidedIn": 13, "planningStartsIn": 1.5}}
                """)
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/hobby",
                                "/summary/goals",
                                "/summary/partnership",
                                "/goals",
                                "/actions/0/what",
                                "/actions/0/owner",
                                "/actions/0/dueOn",
                                "/actions/0/state",
                                "/actions/0/goal",
                                "/roadmap/0/productId",
                                "/roadmap/0/value",
                                "/roadmap/0/currency",
                                "/metrics/0/id",
                                "/metrics/0/category",
                                "/metrics/0/target",
                                "/value/0/deliveredOn",
                                "/value/0/unit",
                                "/stakeholders/0/contactId",
                                "/feedback/0/passedOnOn",
                                "/businessReviews/0/attendees/1",
                                "/businessReviews/0/prioritiesAligned",
                                "/initiatives/0/endsOn",
                                "/initiatives/0/currency",
                                "/budget/decidedIn",
                                "/budget/planningStartsIn"));
        as("auditor").get(PLAN).then().header("ETag", "\"0\"");
    }

    @Test
    void a_business_review_needs_all_three_parts() {
        KnownAccount.plan(WHOLE);
        as("manager")
                .body("{\"heldOn\": \"2026-10-01\", \"attendees\": []}")
                .post(PLAN + "/businessReviews")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/valueProved", "/prioritiesAligned", "/risksRaised"));
    }

    @Test
    void pointers_lead_into_the_body_that_was_sent() {
        KnownAccount.plan(WHOLE);
        as("manager")
                .header("If-Match", "*")
                .body("[{\"kind\": \"wish\", \"statement\": \"S\"}]")
                .put(PLAN + "/needs")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/0/kind"));
        as("manager")
                .header("If-Match", "*")
                .body("{\"id\": \"other\", \"kind\": \"need\", \"statement\": \"S\"}")
                .put(PLAN + "/needs/n1")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/id"));
        as("manager").body("[]").post(PLAN + "/needs").then().statusCode(400).body("errors.pointer", contains(""));
    }

    @Test
    void what_another_entry_refers_to_stays() {
        KnownAccount.plan(WHOLE);
        as("manager")
                .header("If-Match", "*")
                .delete(PLAN + "/goals/g1")
                .then()
                .statusCode(409)
                .body("detail", containsString("actions/0/goal there is no g1 in goals"));
        as("manager").header("If-Match", "*").delete(PLAN + "/metrics").then().statusCode(409);
    }

    @Test
    void an_entry_stands_once_in_its_section() {
        KnownAccount.plan(WHOLE);
        as("manager")
                .body("{\"id\": \"n1\", \"kind\": \"need\", \"statement\": \"S\"}")
                .post(PLAN + "/needs")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/id"));
        as("manager")
                .body("{\"contactId\": \"cfo\", \"influence\": \"low\"}")
                .post(PLAN + "/stakeholders")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/contactId"));
    }

    @Test
    void a_contact_that_has_gone_since_does_not_stand_in_the_way() {
        KnownAccount.plan(WHOLE);
        jdbi.useHandle(handle -> handle.execute("delete from contact where id = 'cfo'"));

        as("manager").header("If-Match", "*").delete(PLAN + "/needs/n1").then().statusCode(204);
        as("auditor").get(PLAN).then().body("stakeholders[0].contactId", equalTo("cfo"));
        as("manager")
                .body("{\"statement\": \"S\", \"deliveredOn\": \"2026-01-01\", \"confirmedBy\": \"stranger\"}")
                .post(PLAN + "/value")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/confirmedBy"));
    }

    @Test
    void texts_that_the_database_cannot_keep_are_refused() {
        String nul = "{\"goals\": [{\"statement\": \"a\\u0000b\", \"state\": \"open\"}]}";
        put(nul).statusCode(400).body("errors.pointer", contains("/goals/0/statement"));
        put(nul.replace("\\u0000", "\\ud800")).statusCode(400).body("errors.pointer", contains("/goals/0/statement"));
        put("{\"initiatives\": [{\"name\": \"I\", \"budget\": 1e999999, \"currency\": \"EUR\"}]}")
                .statusCode(400)
                .body("errors.pointer", contains("/initiatives/0/budget"));
        as("manager")
                .header("If-Match", "*")
                .body("{}")
                .queryParam("message", "\0")
                .put(PLAN)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("message"));
    }

    @Test
    void what_is_not_there_is_not_found() {
        as("auditor").get("/accounts/nobody/plan").then().statusCode(404);
        as("auditor").get("/accounts/nobody/plan/versions").then().statusCode(404);
        as("manager")
                .header("If-Match", "*")
                .body("{}")
                .put("/accounts/nobody/plan")
                .then()
                .statusCode(404);
        as("auditor").get(PLAN + "/hobbies").then().statusCode(404);
        as("auditor").get(PLAN + "/goals/g1").then().statusCode(404);
        as("auditor").get(PLAN + "/versions/1").then().statusCode(404);
        as("auditor").get(PLAN + "/versions/first").then().statusCode(400);
        as("manager").header("If-Match", "*").delete(PLAN + "/goals/g1").then().statusCode(404);
        as("manager").body("{\"decidedIn\": 2}").post(PLAN + "/budget").then().statusCode(409);
        put("[]").statusCode(400);
    }

    @Test
    void the_contract_calls_optional_what_the_code_does() {
        for (Section section : Section.ALL) {
            Arrays.stream(section.entryType().getRecordComponents()).forEach(component -> {
                boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                Schema schema = component.getAccessor().getAnnotation(Schema.class);
                assertThat(schema.nullable()).as("%s", component).isEqualTo(nullable);
                assertThat(schema.description()).as("%s", component).isNotBlank();
            });
        }
    }

    private static ValidatableResponse put(String plan) {
        return as("manager").header("If-Match", "*").body(plan).put(PLAN).then();
    }
}
