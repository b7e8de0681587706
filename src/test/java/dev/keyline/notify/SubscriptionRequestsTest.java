package dev.keyline.notify;

import static dev.keyline.notify.Subscribing.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the settings as shipped: no mail server, no Kafka, and nothing is sent to private addresses. */
@QuarkusTest
class SubscriptionRequestsTest {
    private static final String PATH = "/notifications/subscriptions";
    // an address of the block for documentation: nothing answers there, and nothing is sent in these tests
    private static final String WEBHOOK =
            "{\"name\": \"crm\", \"channel\": \"webhook\", \"target\": \"https://203.0.113.9/hook\", \"types\": [\"case.*\"]}";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void none() {
        jdbi.useHandle(handle -> handle.execute("truncate notification_subscription, notification, delivery"));
    }

    @Test
    void a_secret_is_told_once_and_never_again() {
        String key = UUID.randomUUID().toString();
        ExtractableResponse<Response> made = as("operator")
                .header("Idempotency-Key", key)
                .body(WEBHOOK)
                .post(PATH)
                .then()
                .statusCode(201)
                .body("name", equalTo("crm"), "enabled", equalTo(true), "types", contains("case.*"))
                .extract();
        String secret = made.path("secret");
        String location = made.header("Location");
        assertThat(secret).hasSizeGreaterThan(40);

        as("operator")
                .header("Idempotency-Key", key)
                .body(WEBHOOK)
                .post(PATH)
                .then()
                .statusCode(200)
                .body("id", equalTo(made.path("id")), "$", not(hasKey("secret")));
        as("auditor").get(location).then().statusCode(200).body("$", not(hasKey("secret")));
        as("manager").get(PATH).then().body("items[0]", not(hasKey("secret")));
        ExtractableResponse<Response> renewed = as("operator")
                .header("If-Match", made.header("ETag"))
                .post(location + "/secret")
                .then()
                .statusCode(200)
                .extract();
        assertThat((String) renewed.path("secret")).isNotEqualTo(secret);
        as("operator")
                .header("If-Match", made.header("ETag"))
                .post(location + "/secret")
                .then()
                .statusCode(412);
    }

    @Test
    void an_edit_names_the_state_it_was_made_on() {
        ExtractableResponse<Response> made =
                as("operator").body(WEBHOOK).post(PATH).then().extract();
        String path = made.header("Location");
        String edited = WEBHOOK.replace("crm", "CRM").replace("[\"case.*\"]", "[], \"enabled\": false");

        as("operator").body(edited).put(path).then().statusCode(428);
        String tag = as("operator")
                .header("If-Match", made.header("ETag"))
                .body(edited)
                .put(path)
                .then()
                .statusCode(200)
                .body("name", equalTo("CRM"), "enabled", equalTo(false), "types", empty())
                .extract()
                .header("ETag");
        as("operator")
                .header("If-Match", made.header("ETag"))
                .body(edited)
                .put(path)
                .then()
                .statusCode(412);
        as("operator")
                .header("If-Match", tag)
                .body("{\"name\": \"crm\", \"channel\": \"kafka\", \"target\": \"topic\"}")
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/channel"));
        as("operator").header("If-Match", tag).delete(path).then().statusCode(204);
        as("operator").get(path).then().statusCode(404);
        as("operator").header("If-Match", tag).delete(path).then().statusCode(404);
        as("operator").get(PATH).then().body("items", empty());
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        as("operator")
                .body(
                        "{\"name\": \" \", \"channel\": \"webhook\", \"target\": \"ftp://x\", \"types\": [\"Case Opened\"]}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/name", "/target", "/types/0"));
        as("operator")
                .body("{\"channel\": \"pigeon\"}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/channel"))
                .body("errors[0].detail", startsWith("must be one of webhook, email, kafka"));
        as("operator").body("{}").post(PATH).then().body("errors.pointer", containsInAnyOrder("/name", "/channel"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/q/health",
                "http://localhost/",
                "https://[::1]/",
                "http://169.254.169.254/latest/meta-data",
                "http://10.1.2.3/",
                "http://[::ffff:10.1.2.3]/",
                "http://2130706433/"
            })
    void a_webhook_to_a_private_address_is_refused(String url) {
        as("operator")
                .body(WEBHOOK.replace("https://203.0.113.9/hook", url))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/target"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:pass@203.0.113.9/",
                "https://203.0.113.9/#part",
                "https:///path",
                "/path",
                "http://a b/"
            })
    void what_is_no_plain_web_address_is_refused(String url) {
        as("operator")
                .body(WEBHOOK.replace("https://203.0.113.9/hook", url))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors[0].detail", startsWith("must be an http or https URL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "kafka"})
    void a_channel_without_a_server_is_refused(String channel) {
        String target = channel.equals("email") ? "a@acme.test" : "topic";
        as("operator")
                .body("{\"name\": \"n\", \"channel\": \"" + channel + "\", \"target\": \"" + target + "\"}")
                .post(PATH)
                .then()
                .statusCode(409)
                .body("detail", equalTo("No server is configured for the channel " + channel + "."));
    }

    @Test
    void a_list_of_deliveries_refuses_words_it_does_not_know() {
        as("operator").get("/notifications/deliveries?state=lost").then().statusCode(400);
        as("operator").get("/notifications/deliveries?subscription=x").then().statusCode(400);
        as("operator")
                .post("/notifications/deliveries/" + UUID.randomUUID() + "/send")
                .then()
                .statusCode(404);
        as("operator")
                .get("/notifications/deliveries/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }
}
