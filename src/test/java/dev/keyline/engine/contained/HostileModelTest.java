package dev.keyline.engine.contained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.keyline.engine.PolicyText;
import dev.keyline.engine.Question;
import dev.keyline.http.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the door lets in and is hostile all the same: it is stopped, and nobody else is worse for it. */
class HostileModelTest {
    private static final ContainedEngine CONTAINED = Models.engine();

    @AfterAll
    static void end() {
        CONTAINED.close();
    }

    /** Expressions that would run for longer than anybody waits, or take more memory than there is. */
    private static Map<String, String> endless() {
        Map<String, String> feel = new LinkedHashMap<>();
        feel.put("a long loop", "count(for i in 1..10000000 return i * i)");
        feel.put("a loop over ever more", "count(for i in 1..100000 return count(partial))");
        feel.put("a cross join", "count(for a in 1..1000, b in 1..1000, c in 1..1000 return a + b + c)");
        feel.put(
                "a quantified cross join",
                "every a in (for i in 1..5000 return i), b in (for i in 1..5000 return i) satisfies a + b > 0");
        feel.put(
                "a filter over a long list",
                "count((for i in 1..30000 return i)[item in (for j in 1..30000 return j)])");
        feel.put("a bomb of a regular expression", "matches(\"" + "a".repeat(40) + "!\", \"^(a+)+$\")");
        feel.put(
                "a bomb of a regular expression in replace",
                "replace(\"" + "a".repeat(40) + "!\", \"^(a|a|aa)+$\", \"\")");
        feel.put("a bomb of a regular expression in split", "split(\"" + "a".repeat(60) + "!\", \"(a|aa)+\\\\1b\")");
        feel.put(
                "a text that doubles",
                "{f: function(s, n) if n = 0 then s else f(s + s, n - 1), r: string length(f(\"xxxxxxxx\", 40))}.r");
        feel.put(
                "a list that doubles",
                "{f: function(l, n) if n = 0 then l else f(concatenate(l, l), n - 1), r: count(f([1], 40))}.r");
        feel.put("recursion that branches", "{f: function(n) if n < 2 then n else f(n - 1) + f(n - 2), r: f(60)}.r");
        feel.put(
                "an answer too long to write",
                "for i in 1..100 return \"" + "x".repeat(15_000)
                        + "\" + string join(for j in 1..2000 return \"0123456789012345678901234567890123456789\")");
        feel.put(
                "lists that share their items",
                "{a: [1,1,1,1,1,1,1,1], b: [a,a,a,a,a,a,a,a], c: [b,b,b,b,b,b,b,b], d: [c,c,c,c,c,c,c,c], e: [d,d,d,d,d,d,d,d], f: [e,e,e,e,e,e,e,e], g: [f,f,f,f,f,f,f,f], h: [g,g,g,g,g,g,g,g], i: [h,h,h,h,h,h,h,h]}");
        feel.put(
                "a sort of a long list",
                "count(sort(for i in 1..20000 return modulo(i * 7919, 10007), function(a, b) count([a, b][item < a]) < 1))");
        feel.put("days without end", "count(for d in date(\"0001-01-01\")..date(\"999999-12-31\") return d)");
        return feel;
    }

    @TestFactory
    Stream<DynamicTest> is_stopped() {
        return endless().entrySet().stream()
                .map(attack -> dynamicTest(attack.getKey(), () -> {
                    PolicyText hostile = Models.deciding("hostile", attack.getValue());
                    assertThatThrownBy(() -> CONTAINED.evaluate(List.of(hostile), Models.everything()))
                            .isInstanceOf(Refusal.class)
                            .satisfies(e ->
                                    assertThat(((Refusal) e).type().status()).isEqualTo(422));
                    assertThat(Models.answer(CONTAINED, Models.deciding("harmless", "1 + 1")))
                            .as("the next one's answer")
                            .isEqualTo(BigDecimal.valueOf(2));
                }));
    }

    @Test
    void inputs_that_make_a_harmless_model_run_on() {
        PolicyText model = Models.asking(Map.of("n", "number"), "count(for i in 1..n return i)");
        Question harmless = Models.everything(Models.context().put("n", 10));
        Question hostile = Models.everything(Models.context().put("n", 100_000_000));
        assertThat(CONTAINED.evaluate(List.of(model), harmless).results()).containsEntry("answer", BigDecimal.TEN);
        assertThatThrownBy(() -> CONTAINED.evaluate(List.of(model), hostile)).isInstanceOf(ModelStoppedException.class);
        assertThat(CONTAINED.evaluate(List.of(model), harmless).results()).containsEntry("answer", BigDecimal.TEN);
    }

    @Test
    void feel_in_the_context_is_contained_as_well() {
        PolicyText model = Models.asking(Map.of("a", "Any"), "a");
        Question hostile = Models.everything(
                Models.context().set("a", Models.context().put("feel", "count(for i in 1..10000000 return i * i)")));
        assertThatThrownBy(() -> CONTAINED.evaluate(List.of(model), hostile)).isInstanceOf(ModelStoppedException.class);
    }

    @Test
    void a_long_chain_of_operators_and_recursion_without_end_come_to_an_end() {
        Object sum = Models.answer(CONTAINED, Models.deciding("hostile", "1" + "+1".repeat(8_000)));
        assertThat(sum).isIn(null, BigDecimal.valueOf(8_001));
        PolicyText recursion = Models.deciding("hostile", "{f: function(n) f(n + 1) + 1, r: f(1)}.r");
        assertEndsSomehow(recursion);
        assertEndsSomehow(Models.deciding("hostile", "if true then ".repeat(700) + "1" + " else 2".repeat(700)));
        assertThat(Models.answer(CONTAINED, Models.deciding("harmless", "1"))).isEqualTo(BigDecimal.ONE);
    }

    /** The engine swallows a stack overflow here and there, and answers null. */
    private static void assertEndsSomehow(PolicyText hostile) {
        try {
            assertThat(Models.answer(CONTAINED, hostile)).isIn(null, BigDecimal.ONE);
        } catch (ModelStoppedException e) {
            assertThat(e).hasMessageContaining("needs more than its budget");
        }
    }

    @Test
    void no_file_is_read_by_flags_of_regular_expressions(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret");
        String call = "') || unparsed-text('" + secret.toUri() + "') || string('";
        PolicyText model = Models.model(
                "hostile",
                Models.decision("replaced", "replace(\"a\", \"a\", \"b\", \"" + call + "\")")
                        + Models.decision(
                                "named",
                                "replace(input: \"a\", pattern: \"a\", replacement: \"b\", flags: \"" + call + "\")")
                        + Models.decision("matched", "string(matches(\"a\", \"a\", \"" + call + "\"))")
                        + Models.decision("good", "replace(\"A\", \"a\", \"b\", \"i\")"));
        Question.Answer answer = CONTAINED.evaluate(List.of(model), Models.everything());
        assertThat(answer.results())
                .containsEntry("replaced", null)
                .containsEntry("named", null)
                .containsEntry("good", "b");
        assertThat(answer.toString()).doesNotContain("s3cret");
    }

    @Test
    void feel_in_the_context_finds_no_java() {
        PolicyText model = Models.asking(Map.of("a", "Any"), "a");
        Question hostile = Models.everything(Models.context()
                .set(
                        "a",
                        Models.context()
                                .put(
                                        "feel",
                                        "{f: function() external {java: {class: \"java.lang.System\","
                                                + " method signature: \"lineSeparator()\"}}, r: f()}.r")));
        assertThat(CONTAINED.evaluate(List.of(model), hostile).results()).containsEntry("answer", null);
    }

    @Test
    void a_table_of_sixteen_thousand_rows_is_stopped_or_compiled() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 16_000; i++) {
            rows.append("<rule><inputEntry><text>")
                    .append(i)
                    .append("</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>\n");
        }
        PolicyText large = Models.model("large", """
                <inputData id="i" name="a"><variable name="a" typeRef="number"/></inputData>
                <decision id="d" name="large"><variable name="large"/>
                  <informationRequirement><requiredInput href="#i"/></informationRequirement>
                  <decisionTable hitPolicy="FIRST"><input><inputExpression><text>a</text></inputExpression></input>
                  <output/>%s</decisionTable></decision>
                """.formatted(rows));
        try {
            assertThat(CONTAINED
                            .evaluate(
                                    List.of(large),
                                    Models.everything(Models.context().put("a", 5)))
                            .results())
                    .containsEntry("large", BigDecimal.ONE);
        } catch (ModelStoppedException e) {
            assertThat(e).hasMessageContaining("of computing");
        }
    }
}
