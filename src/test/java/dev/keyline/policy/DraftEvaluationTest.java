package dev.keyline.policy;

import static dev.keyline.policy.Caller.analyst;
import static dev.keyline.policy.Caller.approver;
import static dev.keyline.policy.Caller.text;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Any context put to a draft. */
@QuarkusTest
class DraftEvaluationTest {
    private static final String DRAFT = "/policies/trial/draft";

    private static final String MODEL = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="trial" namespace="test/trial">
              <inputData id="i" name="day"><variable id="iv" name="day" typeRef="date"/></inputData>
              <inputData id="j" name="anything"><variable id="jv" name="anything" typeRef="Any"/></inputData>
              <decision id="d" name="next day"><variable id="dv" name="next day" typeRef="date"/>
                <informationRequirement id="r"><requiredInput href="#i"/></informationRequirement>
                <literalExpression id="e"><text>day + duration("P1D")</text></literalExpression></decision>
              <decision id="f" name="same"><variable id="fv" name="same"/>
                <informationRequirement id="s"><requiredInput href="#j"/></informationRequirement>
                <literalExpression id="g"><text>[anything, anything instance of date]</text></literalExpression></decision>
              <decisionService id="t" name="calendar"><variable id="tv" name="calendar"/>
                <outputDecision href="#d"/><inputData href="#i"/></decisionService>
            </definitions>
            """;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void nobodyWorksOnAnything() {
        jdbi.useHandle(handle -> handle.execute("delete from policy_draft"));
    }

    @Test
    void is_read_by_the_types_of_the_model_and_answered_by_name() {
        save(MODEL);
        ask("{'context': {'day': '2026-01-31', 'anything': 1.50}, 'decision': 'next day'}")
                .statusCode(200)
                .body("results", equalTo(Map.of("next day", "2026-02-01")))
                .body("messages", hasSize(0));
        ask("{'context': {'day': '2026-01-31'}, 'decisionService': 'calendar'}")
                .body("results.'next day'", equalTo("2026-02-01"))
                .body("results", not(hasKey("same")));
    }

    @Test
    void may_hold_feel_where_the_model_names_no_type() {
        save(MODEL);
        ask("{'context': {'anything': {'feel': 'date(2026, 1, 31)'}}, 'decision': 'same'}")
                .body("results.same[0]", equalTo("2026-01-31"), "results.same[1]", equalTo(true));
        ask("{'context': {'anything': '2026-01-31'}, 'decision': 'same'}").body("results.same[1]", equalTo(false));
    }

    @Test
    void keeps_all_digits() {
        save(MODEL);
        ask("{'context': {'anything': 1234567890123456789012345678.123456}, 'decision': 'same'}")
                .body(containsString("1234567890123456789012345678.123456"));
    }

    @Test
    void without_a_value_says_why() {
        save(MODEL);
        ask("{}").statusCode(200).body("results.'next day'", nullValue()).body("messages.severity", not(hasSize(0)));
    }

    @Test
    void answers_with_the_vocabulary_in_force() {
        analyst()
                .contentType("application/xml")
                .body(text("engagement-model", 1))
                .put("/policies/engagement-model/draft")
                .then()
                .statusCode(201);
        analyst()
                .contentType("application/json")
                .body("{}")
                .post("/policies/engagement-model/draft/evaluate")
                .then()
                .statusCode(200)
                .body("results", hasKey("engagement-model"));
    }

    @Test
    void is_refused_when_it_names_what_is_not_there() {
        save(MODEL);
        ask("{'decision': 'nothing'}").statusCode(400).body("errors[0].pointer", equalTo("/decision"));
        ask("{'decisionService': 'nothing'}").statusCode(400).body("errors[0].pointer", equalTo("/decisionService"));
        ask("{'decision': 'same', 'decisionService': 'calendar'}").statusCode(400);
        approver()
                .contentType("application/json")
                .body("{}")
                .post(DRAFT + "/evaluate")
                .then()
                .statusCode(404);
    }

    @Test
    void that_does_not_come_to_an_end_is_stopped_and_the_next_is_answered() {
        save(MODEL.replace("day + duration(\"P1D\")", "count(for i in 1..100000000 return i)"));
        ask("{'context': {'day': '2026-01-31'}, 'decision': 'next day'}")
                .statusCode(422)
                .body("type", equalTo("/problems/model-stopped"))
                .body("detail", containsString("the model needs more than its budget"));
        save(MODEL);
        ask("{'context': {'day': '2026-01-31'}, 'decision': 'next day'}").statusCode(200);
    }

    private void save(String model) {
        nobodyWorksOnAnything();
        analyst().contentType("application/xml").body(model).put(DRAFT).then().statusCode(201);
    }

    private static ValidatableResponse ask(String question) {
        return analyst()
                .contentType("application/json")
                .body(question.replace('\'', '"'))
                .post(DRAFT + "/evaluate")
                .then();
    }
}
