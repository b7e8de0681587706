package dev.keyline.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import dev.keyline.impact.RehearsedPolicy.Text;
import dev.keyline.job.Jobs;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicyVersion;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefusedImpactTest {
    @Inject
    Stage stage;

    @Inject
    Jdbi jdbi;

    @Inject
    Jobs jobs;

    @Inject
    Impacts impacts;

    @Inject
    Policies policies;

    @BeforeEach
    void an_account() {
        stage.empty();
        stage.put("/accounts/acme", "{\"name\": \"Acme\", \"employees\": 300, \"industry\": \"Retail\"}");
    }

    @Test
    void a_text_that_could_not_answer_is_refused_before_anything_begins() {
        stage.draft("account-tier", text -> text.replace("[60..80)", "[60..80"));

        Stage.as("analyst")
                .body("{\"policies\": [{\"policy\": \"account-tier\"}]}")
                .post("/impacts")
                .then()
                .statusCode(422)
                .body("errors.pointer", everyItem(containsString("account-tier")))
                .body("errors.detail", not(empty()));
        Stage.as("analyst").get("/impacts").then().body("items", empty());
    }

    @Test
    void what_is_wrong_is_named_by_its_place() {
        refused("{}", "/policies");
        refused("{\"policies\": []}", "/policies");
        refused("{\"policies\": [{}]}", "/policies/0/policy");
        refused(
                "{\"policies\": [{\"policy\": \"renewal\", \"version\": 1}, {\"policy\": \"renewal\", \"version\": 1}]}",
                "/policies/1/policy");
        refused("{\"policies\": [{\"policy\": \"renewal\", \"version\": 1, \"author\": \"me\"}]}", "/policies/0");
        refused("""
                {"policies": [{"policy": "renewal", "version": 1}],
                 "scope": {"region": "North", "decisions": {"from": "2026-02-01T00:00:00Z", "to": "2026-01-01T00:00:00Z"}}}
                """, "/scope", "/scope/decisions/to");
        refused(
                "{\"policies\": [{\"policy\": \"renewal\", \"version\": 1}], \"scope\": {\"decisions\": {}}}",
                "/scope/decisions");
    }

    private static void refused(String body, String... pointers) {
        Stage.as("analyst")
                .body(body)
                .post("/impacts")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointers));
    }

    @Test
    void a_draft_or_version_that_is_not_there_is_not_found() {
        Stage.as("analyst")
                .body("{\"policies\": [{\"policy\": \"account-tier\", \"version\": 4711}]}")
                .post("/impacts")
                .then()
                .statusCode(404);
        Stage.as("analyst").post("/policies/account-tier/draft/impact").then().statusCode(404);
        Stage.as("analyst").get("/impacts/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void an_account_of_which_the_draft_asks_what_cannot_be_is_named_with_the_reason() {
        stage.draft(
                "engagement-model",
                text -> text.replace("care by tier.points * escalation load.factor * phase load", "0 - 1"));

        String id = stage.start("{\"policies\": [{\"policy\": \"engagement-model\"}]}");

        stage.finished(id).body("accounts.undecided", equalTo(1));
        Stage.as("analyst")
                .get("/impacts/" + id + "/accounts")
                .then()
                .body("items.account", contains("acme"))
                .body("items[0].problem", containsString("asks for what nobody can give"));
    }

    @Test
    void a_cancelled_one_keeps_nothing() {
        PolicyVersion present = policies.version("account-tier", 1);
        Text text = Text.of(new RehearsedPolicy("account-tier", null, 1), present.asText());
        UUID id = jdbi.inTransaction(handle -> {
            UUID submitted = impacts.submit(handle, List.of(text), Scope.PORTFOLIO, false, "analyst");
            handle.execute("update job set asked = 'cancel' where id = ?", submitted); // before it begins
            return submitted;
        });
        impacts.begin();
        stage.end(id.toString());

        Stage.as("analyst").get("/impacts/" + id).then().body("state", equalTo("cancelled"));
        Stage.as("analyst").get("/impacts/" + id + "/accounts").then().statusCode(409);
        Stage.as("analyst").delete("/impacts/" + id).then().statusCode(409);
    }

    @Test
    void the_same_request_with_its_key_starts_nothing_new() {
        String body = "{\"policies\": [{\"policy\": \"account-tier\", \"version\": 1}]}";
        String key = UUID.randomUUID().toString();
        String first = startWith(key, body);
        stage.finished(first);

        assertThat(startWith(key, body)).isEqualTo(first);
    }

    private static String startWith(String key, String body) {
        return Stage.as("analyst")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/impacts")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }
}
