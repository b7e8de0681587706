package dev.keyline.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublishedContractTest {
    private static final String UNKNOWN = "0190c6a4-7d2b-7c3e-9a51-2f6f1b0a4c11";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

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
    void every_operation_says_what_it_answers_and_what_its_parameters_are() {
        List<String> silent = new ArrayList<>();
        operations((name, operation) -> {
            JsonObject answers = operation.getJsonObject("responses");
            if (answers.fieldNames().stream().noneMatch(status -> status.matches("[23]\\d\\d"))) {
                silent.add(name + " answers nothing");
            }
            for (Object parameter : operation.getJsonArray("parameters", new JsonArray())) {
                if (((JsonObject) parameter).getString("description") == null) {
                    silent.add(name + " takes " + ((JsonObject) parameter).getString("name"));
                }
            }
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void what_follows_from_an_operation_by_itself_is_said_once() {
        contract()
                .body(
                        "components.responses.keySet()", hasItems("stale", "precondition-required", "key-reused"),
                        "paths.'/plans/{id}/label'.put.responses.'412'.'$ref'", equalTo("#/components/responses/stale"),
                        "paths.'/plans/{id}/label'.put.responses.'428'.'$ref'",
                                equalTo("#/components/responses/precondition-required"),
                        "paths.'/plans/{id}/label'.put.responses.'404'.description", equalTo("No plan of this id."),
                        "paths.'/plans/{id}/label'.put.parameters.find { it.name == 'id' }.description",
                                equalTo("The plan's id."),
                        "paths.'/plans/{id}/load/{person}'.get.responses.'404'.description",
                                equalTo("No plan of this id, or nobody in it is called so."),
                        "paths.'/groups/{id}'.put.responses", not(Matchers.hasKey("428")),
                        "paths.'/groups/{id}'.put.responses", not(Matchers.hasKey("404")),
                        "paths.'/decisions'.post.responses.'200'.content", notNullValue(),
                        "paths.'/decisions'.post.responses.'422'.'$ref'", equalTo("#/components/responses/key-reused"),
                        "paths.'/plans/{id}/accept'.post.responses.'403'.description",
                                equalTo("You asked for this plan."));
    }

    @Test
    void what_is_read_by_an_id_is_not_found_where_there_is_none() {
        List<String> wrong = new ArrayList<>();
        operations((name, operation) -> {
            String path = name.substring(name.indexOf(' ') + 1);
            if (name.startsWith("get ") && path.contains("{id}") && !path.endsWith("/events")) {
                int status = given().auth()
                        .preemptive()
                        .basic("manager", "for-tests-only")
                        .queryParam("account", "none")
                        .queryParam("with", UNKNOWN)
                        .get(path.replace("{version}", "1")
                                .replace("{number}", "1")
                                .replace("{section}", "objectives")
                                .replaceAll("\\{\\w+}", UNKNOWN))
                        .statusCode();
                if (status != 404 && status != 403) {
                    wrong.add(name + " answers " + status);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static void operations(BiConsumer<String, JsonObject> visitor) {
        JsonObject paths = new JsonObject(contract().extract().asString()).getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            for (String method : paths.getJsonObject(path).fieldNames()) {
                if (METHODS.contains(method)) {
                    visitor.accept(
                            method + " " + path, paths.getJsonObject(path).getJsonObject(method));
                }
            }
        }
    }

    @Test
    void the_tests_own_endpoints_are_not_in_it() {
        contract().body("paths.keySet()", not(Matchers.hasItem(startsWith("/test"))));
    }

    private static ValidatableResponse contract() {
        return given().queryParam("format", "json").get("/q/openapi").then().statusCode(200);
    }
}
