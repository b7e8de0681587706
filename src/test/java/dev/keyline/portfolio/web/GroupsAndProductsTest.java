package dev.keyline.portfolio.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GroupsAndProductsTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void empty() {
        EmptyPortfolio.make(jdbi);
    }

    @Test
    void a_key_account_is_a_customer_or_a_group_of_customers() {
        put("/groups/concern", "{\"name\": \"Concern\"}").statusCode(201);
        put("/groups/branch", "{\"name\": \"Branch\", \"parentId\": \"concern\"}")
                .statusCode(201);
        account("a1", "concern", 100_000);
        account("a2", "branch", 50_000.50);

        manager()
                .get("/groups/concern")
                .then()
                .statusCode(200)
                .body("name", equalTo("Concern"))
                .body("rollUp.accounts", equalTo(2))
                .body("rollUp.annualValue", equalTo(150_000.5f))
                .body("rollUp.currency", equalTo("USD"))
                .body("rollUp.tiers.undecided", equalTo(2))
                .body("rollUp.subgroups", contains("branch"));
        manager().get("/groups/branch").then().body("rollUp.accounts", equalTo(1));
        manager().get("/groups?limit=1").then().body("items", hasSize(1)).body("nextCursor", notNullValue());
    }

    @Test
    void a_group_is_not_part_of_itself() {
        put("/groups/a", "{\"name\": \"A\"}").statusCode(201);
        put("/groups/b", "{\"name\": \"B\", \"parentId\": \"a\"}").statusCode(201);
        put("/groups/a", "{\"name\": \"A\", \"parentId\": \"b\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/parentId"))
                .body("errors[0].detail", containsString("part of a"));
        put("/groups/c", "{\"name\": \"C\", \"parentId\": \"nowhere\"}").statusCode(400);
        manager().get("/groups/c").then().statusCode(404);
        manager()
                .header("If-Match", "\"1\"")
                .body("{\"name\": \"B\"}")
                .put("/groups/b")
                .then()
                .statusCode(412);
    }

    @Test
    void products_are_made_renamed_and_listed() {
        put("/products/p1", "{\"name\": \"Platform\", \"family\": \"core\"}").statusCode(201);
        put("/products/p1", "{\"name\": \"The Platform\", \"family\": \"core\"}")
                .statusCode(200)
                .body("name", equalTo("The Platform"));
        put("/products/p2", "{\"family\": \"core\"}").statusCode(400).body("errors[0].pointer", equalTo("/name"));
        manager().get("/products").then().body("items.id", contains("p1"));
        manager().get("/products/p2").then().statusCode(404);
    }

    private static void account(String id, String group, double annualValue) {
        put("/accounts/" + id, """
                        {"name": "%1$s", "groupId": "%2$s", "contracts": [{"id": "c-%1$s", "startsOn": "%3$s", "endsOn": "%4$s",
                          "annualValue": %5$s, "currency": "USD"}]}
                        """.formatted(
                                id,
                                group,
                                LocalDate.now(ZoneOffset.UTC).minusDays(9),
                                LocalDate.now(ZoneOffset.UTC).plusYears(1),
                                annualValue))
                .statusCode(201);
    }

    private static ValidatableResponse put(String path, String body) {
        return manager().body(body).put(path).then();
    }

    private static RequestSpecification manager() {
        return given().auth().preemptive().basic("manager", "for-tests-only").contentType("application/json");
    }
}
