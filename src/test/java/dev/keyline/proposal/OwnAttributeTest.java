package dev.keyline.proposal;

import static dev.keyline.policy.Caller.analyst;
import static dev.keyline.policy.Caller.as;
import static dev.keyline.policy.Caller.text;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.keyline.job.Jobs;
import dev.keyline.policy.Policies;
import dev.keyline.policy.ShippedOnly;
import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An analyst gives accounts an attribute and decides by it: a fact, where it comes from, and a policy, without Java. */
@QuarkusTest
class OwnAttributeTest {
    private static final String CARE = "/policies/fleet-care";

    private static final String FACT = """
              <itemDefinition id="fact-fleetSize" name="fleetSize">
                <description>Lorries that the customer runs.</description>
                <typeRef>number</typeRef>
                <allowedValues><text>&gt;= 0</text></allowedValues>
              </itemDefinition>
            """;

    private static final String MODEL = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="fleet-care" name="fleet-care"
                         namespace="https://keyline.dev/dmn/fleet-care">
              <import id="fleet-care-facts" name="facts" namespace="https://keyline.dev/dmn/facts"
                      importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
              <inputData id="fleet-care-i" name="fleetSize">
                <variable id="fleet-care-iv" name="fleetSize" typeRef="facts.fleetSize"/></inputData>
              <decision id="fleet-care-d" name="fleet-care"><variable id="fleet-care-v" name="fleet-care" typeRef="string"/>
                <informationRequirement id="fleet-care-r"><requiredInput href="#fleet-care-i"/></informationRequirement>
                <decisionTable id="fleet-care-t" hitPolicy="FIRST">
                  <input id="fleet-care-c"><inputExpression id="fleet-care-e" typeRef="facts.fleetSize"><text>fleetSize</text></inputExpression></input>
                  <output id="fleet-care-o"/>
                  <annotation name="why"/>
                  <rule id="fleet-large"><inputEntry id="fleet-large-1"><text>&gt;= 100</text></inputEntry>
                    <outputEntry id="fleet-large-2"><text>"a person on site"</text></outputEntry>
                    <annotationEntry><text>A standing fleet costs by the hour.</text></annotationEntry></rule>
                  <rule id="fleet-other"><inputEntry id="fleet-other-1"><text>-</text></inputEntry>
                    <outputEntry id="fleet-other-2"><text>"hotline"</text></outputEntry>
                    <annotationEntry><text>All others, and where nobody knows.</text></annotationEntry></rule>
                </decisionTable></decision>
            </definitions>
            """;

    @Inject
    Jdbi jdbi;

    @Inject
    Policies policies;

    @Inject
    Jobs jobs;

    @BeforeEach
    @AfterEach
    void shippedOnly() {
        ShippedOnly.restore(jdbi, policies);
        EmptyPortfolio.make(jdbi);
        jdbi.useHandle(handle -> handle.execute("delete from policy_case where policy = 'fleet-care'"));
    }

    @Test
    void is_drafted_tried_proposed_together_and_decided_by() {
        drafted();
        tried();
        rehearsed();

        String proposal = analyst()
                .contentType("application/json")
                .body(Map.of("policies", List.of("facts", "catalogue", "fleet-care"), "message", "care by fleet"))
                .post("/proposals")
                .then()
                .statusCode(201)
                .body("policies.policy", hasItems("facts", "catalogue", "fleet-care"))
                .body("evidence.check.policy", hasItems("facts", "fleet-care"))
                .body("evidence.cases.find { it.policy == 'fleet-care' }.passed", equalTo(1))
                .body("evidence.cases.find { it.policy == 'account-tier' }.failed", equalTo(0))
                .extract()
                .path("id");
        Desk.approve(proposal).statusCode(200);

        decided(Map.of("facts", Map.of("fleetSize", 120)))
                .statusCode(201)
                .body("outcome", equalTo("a person on site"), "rules.ruleId", hasItem("fleet-large"));
        decided(Map.of("facts", Map.of("fleetSize", -1)))
                .statusCode(400)
                .body("errors.pointer", hasItem("/facts/fleetSize"));
        imported();
        decided(Map.of("account", "acme")).statusCode(201).body("outcome", equalTo("a person on site"));
        decided(Map.of("account", "bolt")).statusCode(201).body("outcome", equalTo("hotline"));
        analyst().get(CARE).then().body("facts[0].source", equalTo("custom attribute fleetSize"));
    }

    @Test
    void is_not_proposed_without_the_fact_that_it_asks_for() {
        drafted();

        analyst()
                .contentType("application/json")
                .body(Map.of("message", "care by fleet"))
                .post(CARE + "/draft/propose")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("dmn/engagement/fleet-care.dmn"));
    }

    private static void drafted() {
        String facts = text("facts", 1);
        int first = facts.indexOf("<itemDefinition");
        begin("/policies/facts/draft", "application/xml", facts.substring(0, first) + FACT + facts.substring(first));
        begin(
                "/policies/catalogue/draft",
                "text/yaml",
                text("catalogue", 1) + "\nfleetSize: {from: attribute, attribute: fleetSize}\n");
        begin(CARE + "/draft?topic=engagement", "application/xml", MODEL);
    }

    private static void begin(String path, String type, String body) {
        analyst()
                .header("If-None-Match", "*")
                .contentType(type + "; charset=UTF-8")
                .body(body)
                .put(path)
                .then()
                .statusCode(201);
    }

    /** The draft of the policy is read with its author's drafts of the facts and of their catalogue. */
    private static void tried() {
        analyst().post(CARE + "/draft/check").then().statusCode(200).body("errors", equalTo(0));
        analyst()
                .contentType("application/json")
                .body(Map.of("context", Map.of("fleetSize", 99)))
                .post(CARE + "/draft/evaluate")
                .then()
                .body("results.fleet-care", equalTo("hotline"));
        analyst()
                .contentType("application/json")
                .body(Map.of(
                        "name", "a hundred lorries make a large fleet",
                        "facts", Map.of("fleetSize", 100),
                        "rules", List.of("fleet-large")))
                .post(CARE + "/cases")
                .then()
                .statusCode(201);
        analyst().post(CARE + "/draft/cases").then().statusCode(200).body("passed", equalTo(1), "failed", equalTo(0));
    }

    private void rehearsed() {
        String id = analyst()
                .contentType("application/json")
                .body(Map.of())
                .post(CARE + "/draft/impact")
                .then()
                .statusCode(202)
                .body("policies.policy", hasItems("facts", "catalogue", "fleet-care"))
                .extract()
                .path("id");
        jobs.events(UUID.fromString(id)).collect().last().await().indefinitely();
        analyst().get("/impacts/" + id).then().body("state", equalTo("finished"));
    }

    private static void imported() {
        as("operator")
                .multiPart("mapping", "keyline")
                .multiPart(
                        "file",
                        "attribute_definition.csv",
                        bytes("name,type,unit\nfleetSize,number,lorries\n"),
                        "text/csv")
                .multiPart("file", "account.csv", bytes("id,name,fleetSize\nacme,Acme,150\nbolt,Bolt,\n"), "text/csv")
                .post("/portfolio/imports")
                .then()
                .statusCode(201);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ValidatableResponse decided(Map<String, Object> body) {
        return as("service")
                .contentType("application/json")
                .body(body)
                .post("/decisions/fleet-care")
                .then();
    }
}
