package dev.keyline.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RefusedRequestTest {
    @ParameterizedTest
    @CsvSource({
        "bad-input,   400, /a must be one; /b/0 must be two",
        "not-found,   404, There is no account A-1.",
        "conflict,    409, The plan was accepted already.",
        "stale,       412, It was changed since you read it; it now carries \"7\".",
    })
    void a_refusal_is_told_in_its_own_words(String name, int status, String detail) {
        problem(given().get("/test/faults/" + name), name, status)
                .body("detail", equalTo(detail), "instance", equalTo("/test/faults/" + name));
    }

    @Test
    void every_error_in_the_input_has_its_pointer() {
        problem(given().get("/test/faults/bad-input"), "bad-input", 400)
                .body(
                        "errors.pointer",
                        contains("/a", "/b/0"),
                        "errors.detail",
                        contains("must be one", "must be two"));
    }

    @ParameterizedTest
    @CsvSource({"anything", "overflow"})
    void our_own_fault_tells_an_incident_and_nothing_else(String kind) {
        Response answer = given().get("/test/faults/" + kind);

        problem(answer, "internal", 500).body("incident", matchesPattern("[0-9a-f-]{36}"));
        assertThat(answer.asString()).doesNotContain("secret", "Exception", "Error\"", "dev.keyline", "stack");
    }

    @Test
    void a_database_that_does_not_answer_is_worth_a_retry() {
        problem(given().get("/test/faults/unavailable"), "unavailable", 503);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"amount\": \"x\"}            | /amount           | must be a number (line 1, column 12)",
                "{\"amount\": \"5\"}            | /amount           | must be a number",
                "{\"name\": 5}                  | /name             | must be a text",
                "{\"at\": \"yesterday\"}        | /at               | must be an instant such as",
                "{\"day\": \"31.12.2025\"}      | /day              | must be a date such as",
                "{\"id\": \"1\"}                | /id               | must be a UUID such as",
                "{\"colour\": \"GREEN\"}        | /colour           | must be one of RED, BLUE",
                "{\"paid\": \"yes\"}            | /paid             | must be true or false",
                "{\"lines\": {}}                | /lines            | must be an array",
                "{\"lines\": [{\"quantity\":1.5}]} | /lines/0/quantity | must be a whole number",
                "{\"lines\": [{\"quantity\":null}]} | /lines/0/quantity | must be a whole number",
                "{\"lines\": [{\"quantity\":-1}]}  | /lines/0          | quantity must not be negative",
                "{\"facts\": 3}                 | /facts            | must be an object",
                "{\"a/b\": 3}                   | /a~1b             | is not known here; known are amount, at",
                "[]                             | ''                | must be an object",
                "null                           | ''                | must be a JSON object, and is null",
                "{} {}                          | ''                | line 1, column 4",
                "{\"name\": }                   | ''                | is not valid JSON (line 1, column 10)",
                "{\"name\": \"a                 | /name             | is not valid JSON (line 1, column",
            })
    void a_body_that_does_not_fit_names_the_place(String body, String pointer, String words) {
        Response answer = given().contentType("application/json").body(body).post("/test/faults/echo");

        problem(answer, "bad-input", 400)
                .body("errors.pointer", contains(pointer), "errors[0].detail", containsString(words));
        assertThat(answer.asString()).doesNotContain("dev.keyline", "java.", "com.fasterxml", "Exception");
    }

    @Test
    void nesting_without_end_is_refused() {
        problem(
                given().contentType("application/json")
                        .body("{\"facts\":" + "{\"a\":".repeat(5000) + "1" + "}".repeat(5001))
                        .post("/test/faults/echo"),
                "bad-input",
                400);
    }

    @Test
    void decimals_and_instants_come_back_as_they_were_sent() {
        String body = "{\"amount\":1.10,\"at\":\"2026-03-01T10:00:00.123456Z\",\"day\":\"2026-03-01\"}";
        given().contentType("application/json")
                .body(body)
                .post("/test/faults/echo")
                .then()
                .statusCode(200)
                .body(containsString("\"amount\":1.10,\"at\":\"2026-03-01T10:00:00.123456Z\",\"day\":\"2026-03-01\""));
    }

    @Test
    void an_empty_body_is_an_object_without_members() {
        given().contentType("application/json").post("/test/faults/echo").then().statusCode(200);
        given().noContentType().post("/test/faults/echo").then().statusCode(200);
    }

    @Test
    void the_framework_s_refusals_are_problems_too() {
        problem(given().get("/no/such/address"), "not-found", 404);
        problem(given().get("/test/faults/numbers/x"), "not-found", 404);
        problem(given().delete("/test/faults/echo"), "method-not-allowed", 405);
        problem(given().accept("image/png").get("/test/faults/pages"), "not-acceptable", 406);
        problem(given().contentType("text/csv").body("a").post("/test/faults/echo"), "unsupported-media-type", 415);
    }

    @Test
    void a_body_over_the_limit_is_a_problem() throws IOException {
        // a raw socket: the service answers and hangs up on the announced length, while a client is still writing
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream().write("""
                            POST /test/faults/echo HTTP/1.1\r
                            Host: localhost\r
                            Content-Type: application/json\r
                            Content-Length: 70000000\r
                            Connection: close\r
                            \r
                            """.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("\"/problems/too-large\"");
        }
    }

    @Test
    void a_wrong_place_in_a_list_names_the_parameter() {
        problem(given().queryParam("cursor", "x").get("/test/faults/pages?limit=1001"), "bad-input", 400)
                .body("errors.pointer", contains("limit"));
    }

    @Test
    void every_type_leads_to_its_description() {
        for (ProblemType type : ProblemType.values()) {
            given().get(type.uri().toString())
                    .then()
                    .statusCode(200)
                    .body("type", equalTo(type.uri().toString()), "status", equalTo(type.status()));
        }
        given().get("/problems").then().statusCode(200).body("items.size()", equalTo(ProblemType.values().length));
        problem(given().get("/problems/bad-luck"), "not-found", 404);
    }

    private static ValidatableResponse problem(Response answer, String name, int status) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + name), "status", equalTo(status));
    }
}
