package dev.keyline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.facts.RuleFacts;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusedTextTest {
    private static final ZonedDateTime AS_OF = ZonedDateTime.parse("2026-02-03T04:05:06+01:00[Europe/Berlin]");

    private final Engine engine = new Engine(new RuleFacts());

    @Test
    void text_that_is_no_xml() {
        assertThatThrownBy(() -> compile("greeting", "<definitions"))
                .isInstanceOf(RejectedTextException.class)
                .hasMessageStartingWith("dmn/test/greeting.dmn: ");
    }

    @Test
    void a_model_that_is_not_named_like_its_file() {
        assertThatThrownBy(() -> compile("greeting", model("farewell", "farewell", "1")))
                .isInstanceOf(RejectedTextException.class)
                .hasMessageContaining("has to be named greeting");
    }

    @Test
    void a_model_without_the_decision_that_is_its_outcome() {
        assertThatThrownBy(() -> compile("greeting", model("greeting", "something else", "1")))
                .isInstanceOf(RejectedTextException.class)
                .hasMessageContaining("no decision is named greeting");
    }

    @Test
    void an_expression_that_does_not_parse() {
        assertThatThrownBy(() -> compile("greeting", model("greeting", "greeting", "1 +")))
                .isInstanceOfSatisfying(
                        RejectedTextException.class,
                        e -> assertThat(e.problems()).anyMatch(problem -> problem.contains("1 +")));
    }

    @Test
    void rules_that_the_build_did_not_compile() {
        assertThatThrownBy(() -> load("package keyline.nowhere;\n"))
                .isInstanceOf(RejectedTextException.class)
                .hasMessageContaining("no compiled rules of package keyline.nowhere");
        assertThatThrownBy(() -> load("rule \"r\" when then end"))
                .isInstanceOf(RejectedTextException.class)
                .hasMessageContaining("declares no package");
    }

    @Test
    void a_vocabulary_with_a_type_that_is_none() {
        String text = Shipped.VOCABULARY.text().replaceFirst("<typeRef>number</typeRef>", "<typeRef>nubmer</typeRef>");
        assertThatThrownBy(() -> Vocabulary.read(new PolicyText("facts", "dmn/facts/facts.dmn", text)))
                .isInstanceOf(RejectedTextException.class)
                .hasMessageContaining("nubmer");
    }

    @Test
    void but_today_and_now_are_taken_and_are_the_as_of() {
        assertThat(compile("greeting", model("greeting", "greeting", "[today(), now()]"))
                        .evaluate(Map.of(), AS_OF)
                        .outcome())
                .asList()
                .containsExactly("2026-02-03", "2026-02-03T04:05:06@Europe/Berlin");
    }

    @Test
    void an_outcome_that_cannot_be_made_is_null_with_the_reason() {
        Evaluation evaluation =
                compile("greeting", model("greeting", "greeting", "1 + \"x\"")).evaluate(Map.of(), AS_OF);
        assertThat(evaluation.outcome()).isNull();
    }

    private CompiledPolicy compile(String id, String text) {
        return engine.compile(new PolicyText(id, "dmn/test/" + id + ".dmn", text), Shipped.VOCABULARY);
    }

    private void load(String text) {
        engine.compile(new PolicyText("none", "rules/test/none.drl", text), Shipped.VOCABULARY);
    }

    private static String model(String name, String decision, String expression) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="%s" namespace="test">
                  <decision id="d" name="%s"><variable id="v" name="%s" typeRef="Any"/>
                    <literalExpression id="e"><text>%s</text></literalExpression></decision>
                </definitions>
                """.formatted(name, decision, decision, expression.replace("\"", "&quot;"));
    }
}
