package dev.keyline.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With an identity provider configured: here a small real one, whose tokens are signed and checked. */
@QuarkusTest
@QuarkusTestResource(value = TokenIssuer.class, restrictToAnnotatedClass = true)
class ProviderSignInTest {
    private static final String GUARDED = "/test/guarded/analyst";

    @Test
    void a_token_with_the_role_opens_the_door() {
        with(TokenIssuer.sign(TokenIssuer.claims("analyst")), GUARDED).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"roles", "groups"})
    void roles_come_from_either_claim(String claim) {
        String token = TokenIssuer.sign(TokenIssuer.claims().remove("roles").claim(claim, Set.of("analyst", "other")));

        with(token, "/session")
                .then()
                .statusCode(200)
                .body("name", equalTo("anna"), "roles", contains("analyst"), "signedInBy", equalTo("token"));
    }

    @Test
    void a_token_without_the_role_is_known_and_refused() {
        with(TokenIssuer.sign(TokenIssuer.claims("auditor")), GUARDED).then().statusCode(403);
        with(TokenIssuer.sign(TokenIssuer.claims().remove("roles")), GUARDED)
                .then()
                .statusCode(403);
    }

    @Test
    void a_token_for_another_service_is_no_token() {
        assertUnknown(TokenIssuer.sign(TokenIssuer.claims("analyst").audience("another-service")));
        assertUnknown(TokenIssuer.sign(TokenIssuer.claims("analyst").remove("aud")));
    }

    @Test
    void a_token_of_another_issuer_is_no_token() {
        assertUnknown(TokenIssuer.sign(TokenIssuer.claims("analyst").issuer("http://elsewhere.test")));
    }

    @Test
    void an_expired_token_is_no_token() {
        assertUnknown(TokenIssuer.sign(TokenIssuer.claims("analyst")
                .issuedAt(Instant.now().minusSeconds(7200))
                .expiresAt(Instant.now().minusSeconds(3600))));
    }

    @Test
    void a_token_nobody_signed_is_no_token() {
        String[] parts = TokenIssuer.sign(TokenIssuer.claims("analyst")).split("\\.", -1);
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

        assertUnknown(none + "." + parts[1] + ".");
        assertUnknown(parts[0] + "." + parts[1] + ".");
    }

    @Test
    void a_token_signed_by_somebody_else_is_no_token() {
        assertUnknown(TokenIssuer.forge(TokenIssuer.claims("analyst")));
    }

    @Test
    void the_demo_users_are_gone() {
        given().auth()
                .preemptive()
                .basic("analyst", "for-tests-only")
                .get(GUARDED)
                .then()
                .statusCode(401);
        given().formParam("j_username", "analyst")
                .formParam("j_password", "for-tests-only")
                .post("/j_security_check")
                .then()
                .statusCode(401);
    }

    @Test
    void a_call_without_a_token_is_told_so_and_only_the_sign_in_address_leads_to_the_provider() {
        given().redirects().follow(false).get("/session").then().statusCode(401).header("WWW-Authenticate", "Bearer");
        given().get("/session/ways-in")
                .then()
                .body("kind", equalTo("provider"), "address", equalTo("/session/sign-in"));
        given().redirects()
                .follow(false)
                .get("/session/sign-in")
                .then()
                .statusCode(302)
                .header("Location", startsWith(TokenIssuer.address() + "/authorize?"));
    }

    private static void assertUnknown(String token) {
        with(token, GUARDED)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-signed-in"));
    }

    private static Response with(String token, String path) {
        return given().redirects().follow(false).auth().oauth2(token).get(path);
    }
}
