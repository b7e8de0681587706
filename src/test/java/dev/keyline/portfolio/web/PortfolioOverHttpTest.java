package dev.keyline.portfolio.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PortfolioOverHttpTest {
    private static final String ACME = """
            {"name": "Acme", "country": "DE", "employees": 7,
             "contracts": [{"id": "c", "startsOn": "2026-01-01", "endsOn": "2026-12-31", "annualValue": 10.5, "currency": "USD"}]}
            """;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void nothing_is_there() {
        EmptyPortfolio.make(jdbi);
    }

    @Test
    void an_account_is_made_read_and_listed() {
        put("/accounts/a", ACME).statusCode(201).header("ETag", notNullValue());

        as("auditor")
                .get("/accounts/a")
                .then()
                .statusCode(200)
                .body("name", equalTo("Acme"))
                .body("contracts[0].annualValue", equalTo(10.5f))
                .body("tierOverride", nullValue());
        as("auditor")
                .get("/accounts?q=ACM")
                .then()
                .body("items.id", contains("a"))
                .body("items[0].accountManager", nullValue())
                .body("nextCursor", nullValue());
    }

    @Test
    void a_list_that_is_left_out_stays_and_one_that_is_there_is_replaced() {
        put("/accounts/a", ACME);

        put("/accounts/a", "{\"name\": \"Acme\"}")
                .statusCode(200)
                .body("employees", nullValue())
                .body("contracts.id", contains("c"));
        put("/accounts/a", "{\"name\": \"Acme\", \"contracts\": []}").body("contracts", hasSize(0));
    }

    @Test
    void every_error_has_its_pointer_and_nothing_is_changed() {
        put("/accounts/a", """
                        {"name": 5, "country": "Deutschland", "hobby": 1, "groupId": "g", "attributes": {"x/y": 1},
                         "contacts": [{"id": "k", "role": "boss", "name": "K"}],
                         "contracts": [{"id": "c", "startsOn": "2026-01-01", "endsOn": "2025-01-01", "annualValue": "1",
                                        "currency": "USD"}],
                         "assignments": [{"role": "account-manager", "personId": "p"}]}
                        """)
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/name",
                                "/country",
                                "/hobby",
                                "/groupId",
                                "/attributes/x~1y",
                                "/contacts/0/role",
                                "/contracts/0/annualValue",
                                "/assignments/0/personId"));
        as("auditor").get("/accounts/a").then().statusCode(404);
    }

    @Test
    void an_edit_of_a_state_that_is_gone_is_refused() {
        String tag = put("/accounts/a", ACME).extract().header("ETag");
        put("/accounts/a", "{\"name\": \"Acme\", \"contracts\": []}").statusCode(200);

        as("service")
                .header("If-Match", tag)
                .body(ACME)
                .put("/accounts/a")
                .then()
                .statusCode(412);
        as("service")
                .header("If-Match", "\"1\"")
                .body(ACME)
                .put("/accounts/b")
                .then()
                .statusCode(412);
        String now = as("auditor").get("/accounts/a").header("ETag");
        as("service")
                .header("If-Match", now)
                .body(ACME)
                .put("/accounts/a")
                .then()
                .statusCode(200);
    }

    @Test
    void the_same_account_again_keeps_its_revision() {
        String tag = put("/accounts/a", ACME).extract().header("ETag");

        assertThat(put("/accounts/a", ACME).extract().header("ETag")).isEqualTo(tag);
    }

    @Test
    void what_belongs_to_another_account_cannot_be_taken() {
        put("/accounts/a", ACME);

        put("/accounts/b", ACME)
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/contracts/0/id"))
                .body("errors[0].detail", equalTo("is a contract of account a already"));
    }

    @Test
    void attributes_are_declared_before_they_are_used() {
        put("/attributes/fleet", "{\"type\": \"number\", \"unit\": \"lorries\"}")
                .statusCode(201);
        put("/accounts/a", "{\"name\": \"Acme\", \"attributes\": {\"fleet\": 7}}")
                .statusCode(201)
                .body("attributes.fleet", equalTo(7));

        put("/accounts/a", "{\"name\": \"Acme\", \"attributes\": {\"fleet\": \"many\"}}")
                .statusCode(400)
                .body("errors.pointer", contains("/attributes/fleet"));
        put("/attributes/fleet", "{\"type\": \"text\"}").statusCode(409);
        put("/accounts/a", "{\"name\": \"Acme\"}").body("attributes.size()", equalTo(0));
    }

    @Test
    void readings_are_taken_once() {
        put("/accounts/a", ACME);
        String readings = """
                {"usage": [{"metric": "active-users", "readAt": "2026-11-02T00:00:00Z", "value": 5}],
                 "satisfaction": [{"kind": "nps", "readAt": "2026-11-02T00:00:00Z", "score": 40}],
                 "tickets": [{"id": "t", "severity": "high", "openedAt": "2026-11-02T00:00:00Z"}]}
                """;

        post("/accounts/a/readings", readings).statusCode(200).body("inserted", equalTo(3));
        post("/accounts/a/readings", readings).body("unchanged", equalTo(3));
        post(
                        "/accounts/a/readings",
                        "{\"satisfaction\": [{\"kind\": \"csat\", \"readAt\": \"2026-11-02T00:00:00Z\", \"score\": 6}]}")
                .statusCode(400)
                .body("errors.pointer", contains("/satisfaction/0/score"));
        post("/accounts/b/readings", readings).statusCode(404);
    }

    @Test
    void a_signal_holds_until_it_is_withdrawn() {
        put("/accounts/a", ACME);
        String id = post("/accounts/a/signals", "{\"kind\": \"champion-change\"}")
                .statusCode(201)
                .extract()
                .path("id");
        as("auditor").get("/accounts/a").then().body("signals.id", contains(id));

        String withdrawn =
                post("/accounts/a/signals/" + id + "/withdraw", "").extract().path("withdrawnAt");
        assertThat(withdrawn).isNotNull();
        post("/accounts/a/signals/" + id + "/withdraw", "").body("withdrawnAt", equalTo(withdrawn));
        as("auditor").get("/accounts/a").then().body("signals", hasSize(0));
        post("/accounts/a/signals/none/withdraw", "").statusCode(404);
    }

    @Test
    void a_signal_repeated_with_its_key_is_one_signal() {
        put("/accounts/a", ACME);
        RequestSpecification request = as("service")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"kind\": \"reorganisation\"}");

        String first = request.post("/accounts/a/signals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        request.post("/accounts/a/signals").then().statusCode(200).body("id", equalTo(first));
    }

    @Test
    void a_person_is_made_read_and_replaced() {
        String tag = put(
                        "/people/p",
                        "{\"name\": \"Pat\", \"kind\": \"executive\", \"level\": 5, \"leave\": [{\"fromDay\": \"2026-12-24\", \"toDay\": \"2026-12-31\"}]}")
                .statusCode(201)
                .body("capacityPoints", equalTo(110))
                .body("leave", hasSize(1))
                .extract()
                .header("ETag");
        as("manager")
                .header("If-Match", tag)
                .body("{\"name\": \"Pat\", \"kind\": \"executive\", \"leave\": []}")
                .put("/people/p")
                .then()
                .statusCode(200)
                .body("leave", hasSize(0))
                .body("level", equalTo(1));
        as("manager")
                .header("If-Match", tag)
                .body("{\"name\": \"Pat\", \"kind\": \"executive\"}")
                .put("/people/p")
                .then()
                .statusCode(412);
        as("auditor").get("/people?kind=executive").then().body("items.id", contains("p"));
        as("auditor").get("/people?kind=robot").then().statusCode(400);
    }

    @Test
    void accounts_come_in_stretches() {
        put("/accounts/a", "{\"name\": \"B\"}");
        put("/accounts/b", "{\"name\": \"A\"}");
        put("/accounts/c", "{\"name\": \"B\"}");

        String cursor = as("auditor")
                .get("/accounts?limit=2")
                .then()
                .body("items.id", contains("b", "a"))
                .extract()
                .path("nextCursor");
        as("auditor")
                .queryParam("cursor", cursor)
                .get("/accounts?limit=2")
                .then()
                .body("items.id", contains("c"))
                .body("nextCursor", nullValue());
    }

    @Test
    void an_export_is_imported_and_its_bad_rows_are_had_back() {
        String location = upload("keyline", "account.csv", "id,name,employees\n1,A,5\n2,B,x\n")
                .statusCode(201)
                .body("files[0].inserted", equalTo(1))
                .body("rejected", equalTo(1))
                .extract()
                .header("Location");

        String back = as("operator")
                .get(location + "/rejected")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"))
                .extract()
                .asString();
        assertThat(back).contains("2,B,x,3,employees,");
        as("operator").get("/portfolio/imports?limit=1").then().body("items", hasSize(1));
        as("operator").get(location + "/rejected?file=other.csv").then().statusCode(404);
    }

    @Test
    void a_mapping_may_be_longer_than_a_form_field_usually_is() {
        String mapping =
                "# " + "x".repeat(10_000) + "\nfiles: [{match: '*.csv', entity: account, fields: {id: Id, name: N}}]";

        upload(mapping, "any.csv", "Id,N\n1,A\n").statusCode(201).body("files[0].inserted", equalTo(1));
    }

    @Test
    void a_bad_import_is_told_with_its_places() {
        upload("files: [{match: '*', entity: account, fields: {id: Id, nmae: N}}]", "a.csv", "Id,N\n1,A\n")
                .statusCode(400)
                .body("errors.pointer", contains("/mapping/files/0/fields/nmae"));
        upload("keyline", "a.csv", "Id,N\n1,A\n").statusCode(400).body("errors.pointer", contains("/file/0"));
        as("operator")
                .contentType("multipart/form-data")
                .multiPart("mapping", "keyline")
                .post("/portfolio/imports")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/file"));
        as("operator")
                .contentType("multipart/form-data")
                .multiPart("file", "a.csv", "id\n1\n".getBytes(StandardCharsets.UTF_8))
                .post("/portfolio/imports")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/mapping"));
    }

    private static ValidatableResponse upload(String mapping, String name, String content) {
        return as("operator")
                .contentType("multipart/form-data")
                .multiPart("file", name, content.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mapping", mapping)
                .post("/portfolio/imports")
                .then();
    }

    private static ValidatableResponse put(String path, String body) {
        return as("service").body(body).put(path).then();
    }

    private static ValidatableResponse post(String path, String body) {
        return as("service").body(body).post(path).then();
    }

    private static RequestSpecification as(String role) {
        return given().auth().preemptive().basic(role, "for-tests-only").contentType("application/json");
    }
}
