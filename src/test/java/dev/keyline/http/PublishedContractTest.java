package dev.keyline.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublishedContractTest {
    @Test
    void it_says_what_this_is_and_how_to_sign_in() {
        contract()
                .body(
                        "openapi", startsWith("3.1"),
                        "info.title", equalTo("Keyline"),
                        "info.description", notNullValue(),
                        "components.securitySchemes.keySet()", containsInAnyOrder("password", "token", "session"),
                        "security.size()", equalTo(3));
    }

    @Test
    void the_problems_are_described_once_and_referred_to() {
        contract()
                .body(
                        "components.schemas.Problem.required", hasItems("type", "title", "status"),
                        "components.responses.keySet()",
                                hasItems("bad-input", "not-signed-in", "forbidden", "internal"),
                        "paths.'/session'.get.responses.'401'.'$ref'", equalTo("#/components/responses/not-signed-in"));
    }

    @Test
    void what_is_open_to_everybody_promises_no_401() {
        contract().body("paths.'/problems'.get.responses", not(Matchers.hasKey("401")));
    }

    @Test
    void the_tests_own_endpoints_are_not_in_it() {
        contract().body("paths.keySet()", not(Matchers.hasItem(startsWith("/test"))));
    }

    private static ValidatableResponse contract() {
        return given().queryParam("format", "json").get("/q/openapi").then().statusCode(200);
    }
}
