package dev.keyline.policycase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.keyline.policy.Caller;
import dev.keyline.policy.Policies;
import dev.keyline.policy.ShippedOnly;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases that are offered for rows which no case covers. */
@QuarkusTest
class SuggestedCasesTest {
    private static final String DRAFT = "/policies/partner-discount/draft";
    private static final String SUGGESTIONS = DRAFT + "/cases/suggestions";

    /** A table of facts, and one of what a decision makes of them. */
    private static final String MODEL = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="partner-discount"
                         name="partner-discount" namespace="https://keyline.dev/dmn/partner-discount">
              <inputData id="pd-employees" name="employees"><variable id="pd-1" name="employees" typeRef="number"/></inputData>
              <inputData id="pd-nps" name="nps"><variable id="pd-2" name="nps" typeRef="number"/></inputData>
              <decision id="pd-size" name="size"><variable id="pd-3" name="size" typeRef="string"/>
                <informationRequirement id="pd-4"><requiredInput href="#pd-employees"/></informationRequirement>
                <informationRequirement id="pd-5"><requiredInput href="#pd-nps"/></informationRequirement>
                <decisionTable id="pd-sizes" hitPolicy="FIRST">
                  <input id="pd-6"><inputExpression id="pd-7" typeRef="number"><text>employees</text></inputExpression></input>
                  <input id="pd-8"><inputExpression id="pd-9" typeRef="number"><text>nps</text></inputExpression></input>
                  <output id="pd-10"/>
                  <rule id="size-large"><inputEntry id="pd-11"><text>&gt;= 700</text></inputEntry>
                    <inputEntry id="pd-12"><text>&gt;= 20</text></inputEntry>
                    <outputEntry id="pd-13"><text>"large"</text></outputEntry></rule>
                  <rule id="size-small"><inputEntry id="pd-14"><text>-</text></inputEntry>
                    <inputEntry id="pd-15"><text>-</text></inputEntry>
                    <outputEntry id="pd-16"><text>"small"</text></outputEntry></rule>
                </decisionTable></decision>
              <decision id="pd-outcome" name="partner-discount"><variable id="pd-17" name="partner-discount" typeRef="number"/>
                <informationRequirement id="pd-18"><requiredDecision href="#pd-size"/></informationRequirement>
                <decisionTable id="pd-discounts" hitPolicy="FIRST">
                  <input id="pd-19"><inputExpression id="pd-20" typeRef="string"><text>size</text></inputExpression></input>
                  <output id="pd-21"/>
                  <rule id="discount-ten"><inputEntry id="pd-22"><text>"large"</text></inputEntry>
                    <outputEntry id="pd-23"><text>10</text></outputEntry></rule>
                  <rule id="discount-none"><inputEntry id="pd-24"><text>"small"</text></inputEntry>
                    <outputEntry id="pd-25"><text>0</text></outputEntry></rule>
                  <rule id="discount-never"><inputEntry id="pd-26"><text>"huge"</text></inputEntry>
                    <outputEntry id="pd-27"><text>50</text></outputEntry></rule>
                </decisionTable></decision>
            </definitions>
            """;

    @Inject
    Jdbi jdbi;

    @Inject
    Policies policies;

    @BeforeEach
    @AfterEach
    void none() {
        jdbi.useHandle(handle -> handle.execute("delete from policy_case"));
        ShippedOnly.restore(jdbi, policies);
    }

    @Test
    void reach_every_row_that_can_be_reached_and_name_those_that_can_not() {
        save(MODEL);

        analyst()
                .get(SUGGESTIONS)
                .then()
                .statusCode(200)
                .body("revision", equalTo(1))
                .body(
                        "items.findAll { it.column == null }.row",
                        hasItems("size-large", "size-small", "discount-ten", "discount-none"))
                .body("items.findAll { it.row == 'size-large' }.column", hasItems("employees", "nps"))
                .body("unreached.row", equalTo(List.of("discount-never")))
                .body("unreached.table", equalTo(List.of("partner-discount")));
        analyst()
                .queryParam("table", "size")
                .get(SUGGESTIONS)
                .then()
                .body("items.table", everyItem(equalTo("size")))
                .body("unreached", empty());
        analyst().queryParam("table", "nothing").get(SUGGESTIONS).then().statusCode(404);
    }

    @Test
    void are_kept_as_they_are_and_pass() {
        save(MODEL);
        List<Map<String, Object>> offered = analyst().get(SUGGESTIONS).path("items.case");
        assertThat(offered).isNotEmpty();

        offered.forEach(one -> analyst()
                .body(one)
                .post("/policies/partner-discount/cases")
                .then()
                .statusCode(201));

        analyst()
                .post(DRAFT + "/cases")
                .then()
                .body("failed", equalTo(0))
                .body("passed", equalTo(offered.size()))
                .body("policies[0].coverage.uncovered.flatten()", equalTo(List.of("discount-never")));
        analyst().get(SUGGESTIONS).then().body("items", empty());
    }

    @Test
    void are_none_for_rows_that_have_cases() {
        String text = Caller.text("dimension-scores", 1);
        analyst()
                .header("If-None-Match", "*")
                .contentType("application/xml")
                .body(text)
                .put("/policies/dimension-scores/draft")
                .then()
                .statusCode(201);

        analyst()
                .get("/policies/dimension-scores/draft/cases/suggestions")
                .then()
                .body("items", empty(), "unreached", empty());
    }

    @Test
    void need_a_draft_that_could_answer() {
        analyst().get(SUGGESTIONS).then().statusCode(404);
        save(MODEL.replace("<text>10</text>", "<text>((</text>"));
        analyst()
                .get(SUGGESTIONS)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("dmn/growth/partner-discount.dmn"));
    }

    private static void save(String model) {
        analyst()
                .queryParam("topic", "growth")
                .header("If-None-Match", "*")
                .contentType("application/xml")
                .body(model)
                .put(DRAFT)
                .then()
                .statusCode(201);
    }

    private static RequestSpecification analyst() {
        return Caller.analyst().contentType("application/json");
    }
}
