package dev.keyline.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DemoSignInTest {
    private static final String PASSWORD = "for-tests-only";
    private static final String COOKIE = "keyline-session";

    @Test
    void a_program_is_known_by_its_password_with_every_call() {
        as("service")
                .get("/session")
                .then()
                .statusCode(200)
                .body("name", equalTo("service"), "roles", contains("service"), "signedInBy", equalTo("password"));
    }

    @Test
    void a_page_signs_in_once_and_is_known_by_its_cookie() {
        Response signIn = signIn("analyst", PASSWORD);
        signIn.then()
                .statusCode(200)
                .header("Set-Cookie", containsStringIgnoringCase("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"));

        given().cookie(COOKIE, signIn.cookie(COOKIE))
                .get("/session")
                .then()
                .statusCode(200)
                .body("name", equalTo("analyst"), "signedInBy", equalTo("cookie"));
    }

    @Test
    void a_wrong_password_is_answered_without_a_redirect() {
        signIn("auditor", "wrong").then().statusCode(401).header("Set-Cookie", nullValue());
    }

    @Test
    void signing_out_takes_the_cookie_away() {
        String cookie = signIn("manager", PASSWORD).cookie(COOKIE);

        given().cookie(COOKIE, cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/session/sign-out")
                .then()
                .statusCode(204)
                .header("Set-Cookie", containsString(COOKIE + "=;"));
    }

    @Test
    void without_credentials_a_program_is_told_what_to_send_and_a_page_is_not_interrupted() {
        given().get("/session")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Basic"))
                .body("type", equalTo("/problems/not-signed-in"));
        given().header("Sec-Fetch-Mode", "cors")
                .get("/session")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", nullValue());
    }

    @Test
    void the_way_in_is_told_to_anybody() {
        given().get("/session/ways-in")
                .then()
                .statusCode(200)
                .body("kind", equalTo("password"), "address", equalTo("/j_security_check"));
        given().get("/session/sign-in").then().statusCode(401);
    }

    @Test
    void a_role_opens_its_own_doors_only() {
        as("analyst").get("/test/guarded/analyst").then().statusCode(200);
        as("auditor").get("/test/guarded/analyst").then().statusCode(403).body("type", equalTo("/problems/forbidden"));
        given().get("/test/guarded/analyst").then().statusCode(401);
    }

    @Test
    void an_endpoint_nobody_thought_about_is_closed() {
        as("operator").get("/test/guarded/forgotten").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Real-IP"})
    void a_call_that_a_proxy_passed_on_is_not_local(String header) {
        as("analyst").header(header, "127.0.0.1").get("/session").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-origin,         200",
        "Sec-Fetch-Site, cross-site,          403",
        "Sec-Fetch-Site, same-site,           403",
        "Origin,         https://evil.test,   403",
        "Origin,         null,                403",
        "X-Keyline-Csrf, 1,                   200",
        "X-Other,        1,                   403",
    })
    void a_change_by_cookie_must_come_from_our_own_pages(String header, String value, int status) {
        given().cookie(COOKIE, signIn("analyst", PASSWORD).cookie(COOKIE))
                .header(header, value)
                .post("/test/guarded/change")
                .then()
                .statusCode(status);
    }

    @Test
    void our_own_address_as_origin_is_ours() {
        String own = RestAssured.baseURI + ":" + RestAssured.port;
        given().cookie(COOKIE, signIn("analyst", PASSWORD).cookie(COOKIE))
                .header("Origin", own)
                .post("/test/guarded/change")
                .then()
                .statusCode(200);
    }

    @Test
    void a_program_needs_no_proof_of_where_it_comes_from() {
        as("service").post("/test/guarded/change").then().statusCode(200);
    }

    @Test
    void a_foreign_page_cannot_sign_somebody_in() {
        given().header("Sec-Fetch-Site", "cross-site")
                .formParam("j_username", "analyst")
                .formParam("j_password", PASSWORD)
                .post("/j_security_check")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void metrics_are_the_operator_s() {
        as("operator").get("/q/metrics").then().statusCode(200);
        as("analyst").get("/q/metrics").then().statusCode(403);
        given().get("/q/metrics").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/health/live", "/q/openapi", "/problems"})
    void what_everybody_may_read_needs_no_sign_in(String path) {
        given().get(path).then().statusCode(200);
    }

    private static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, PASSWORD);
    }

    private static Response signIn(String user, String password) {
        return given().formParam("j_username", user)
                .formParam("j_password", password)
                .post("/j_security_check");
    }
}
