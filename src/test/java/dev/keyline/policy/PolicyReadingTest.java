package dev.keyline.policy;

import static dev.keyline.policy.Caller.analyst;
import static dev.keyline.policy.Caller.as;
import static dev.keyline.policy.Caller.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service tells of its policies. */
@QuarkusTest
class PolicyReadingTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Policies policies;

    @BeforeEach
    @AfterEach
    void shippedOnly() {
        ShippedOnly.restore(jdbi, policies);
    }

    @Test
    void lists_how_each_stands_page_by_page() {
        analyst()
                .contentType("application/xml")
                .body("<definitions/>")
                .put("/policies/partner-tier/draft")
                .then()
                .statusCode(201);
        List<String> names = new ArrayList<>();
        String cursor = null;
        do {
            Response page = cursor == null
                    ? analyst().get("/policies?limit=4")
                    : analyst().queryParam("cursor", cursor).get("/policies?limit=4");
            names.addAll(page.path("items.policy"));
            cursor = page.path("nextCursor");
        } while (cursor != null);

        assertThat(names).doesNotHaveDuplicates().contains("account-tier", "early-warning", "facts", "partner-tier");
        analyst()
                .get("/policies?limit=1000")
                .then()
                .body("items.policy", equalTo(names))
                .body("items.find { it.policy == 'account-tier' }.state", equalTo("in-force"))
                .body("items.find { it.policy == 'account-tier' }.topic", equalTo("tiering"))
                .body("items.find { it.policy == 'account-tier' }.description", notNullValue())
                .body("items.find { it.policy == 'early-warning' }.kind", equalTo("rules"))
                .body("items.find { it.policy == 'catalogue' }.kind", equalTo("catalogue"))
                .body("items.find { it.policy == 'partner-tier' }.state", equalTo("draft"))
                .body("items.find { it.policy == 'partner-tier' }.version", nullValue())
                .body("items.find { it.policy == 'partner-tier' }.drafts", contains("analyst"));
    }

    @Test
    void tells_a_policys_facts_rows_and_versions() {
        analyst()
                .get("/policies/engagement-model")
                .then()
                .statusCode(200)
                .body("policy.policy", equalTo("engagement-model"))
                .body("facts.name", hasItems("tier", "lifecycleStage"))
                .body("rows.ruleId", hasItem("care-tier-1"))
                .body("versions.find { it.version == 1 }.origin", equalTo("shipped"))
                .body("versions.find { it.version == 1 }.inForce[0].from", nullValue());
        analyst().get("/policies/facts").then().statusCode(200).body("versions.version", hasItem(1));
        analyst().get("/policies/no-such").then().statusCode(404);
    }

    @Test
    void gives_a_version_as_json_and_as_a_file() {
        analyst()
                .get("/policies/engagement-model/versions/1")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("version", equalTo(1), "author", equalTo("release"));
        analyst()
                .accept("application/xml")
                .get("/policies/engagement-model/versions/1")
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .header("Content-Disposition", containsString("engagement-model.dmn"));
        assertThat(analyst()
                        .accept("text/plain")
                        .get("/policies/early-warning/versions/1")
                        .asString())
                .isEqualTo(text("early-warning", 1))
                .contains("rule");
        analyst()
                .accept("application/json")
                .get("/policies/engagement-model/versions/9999")
                .then()
                .statusCode(404);
    }

    @Test
    void says_what_was_in_force_at_an_instant() {
        analyst()
                .get("/policies/in-force?asOf=2026-03-03T00:00:00Z")
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2026-03-03T00:00:00Z"))
                .body("versions.find { it.policy == 'account-tier' }.version", equalTo(1))
                .body("versions.findAll { it.policy == 'account-tier' }", hasSize(1));
        analyst().get("/policies/in-force").then().body("versions.policy", hasItems("facts", "catalogue"));
        analyst().get("/policies/in-force?asOf=then").then().statusCode(400);
    }

    @Test
    void gives_facts_that_each_policy_decides() {
        for (String policy : List.of("account-tier", "engagement-model", "account-health")) {
            Map<String, Object> example =
                    analyst().get("/policies/" + policy + "/example").jsonPath().getMap("$");
            as("service")
                    .contentType("application/json")
                    .body(Map.of("facts", example))
                    .post("/decisions/" + policy)
                    .then()
                    .statusCode(201);
        }
        analyst().get("/policies/no-such/example").then().statusCode(404);
    }

    @Test
    void describes_a_policys_facts_as_json_schema() {
        analyst()
                .get("/policies/account-tier/schema")
                .then()
                .statusCode(200)
                .body("type", equalTo("object"))
                .body("properties.revenueScore.type", hasItem("number"))
                .body("properties.revenueScore.description", notNullValue());
        analyst().get("/policies/facts/schema").then().statusCode(404);
    }
}
