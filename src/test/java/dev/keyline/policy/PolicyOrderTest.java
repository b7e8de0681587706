package dev.keyline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.decision.Evaluator;
import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.Engine;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.Vocabulary;
import dev.keyline.facts.FactCatalogue;
import dev.keyline.facts.RuleFacts;
import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Policies that ask for each other's outcomes. */
class PolicyOrderTest {
    private static final ZonedDateTime AS_OF = ZonedDateTime.parse("2026-02-03T04:05:06Z");
    private static final PolicyText VOCABULARY = new PolicyText("facts", "dmn/facts/facts.dmn", """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="facts" name="facts"
                         namespace="https://keyline.dev/dmn/facts">
              <itemDefinition id="a" name="a"><typeRef>number</typeRef></itemDefinition>
              <itemDefinition id="b" name="b"><typeRef>number</typeRef></itemDefinition>
              <itemDefinition id="c" name="c"><typeRef>number</typeRef></itemDefinition>
            </definitions>
            """);

    @Test
    void are_evaluated_after_those_they_need() {
        PolicySet set = set(
                "a: {from: column, column: employees, required: true}\nb: {from: outcome, policy: make-b}",
                policy("make-c", "b"),
                policy("make-b", "a"));

        assertThat(set.inOrder()).extracting(CompiledPolicy::id).containsExactly("make-b", "make-c");
        assertThat(set.inOrder(List.of("make-c"), Set.of("b")))
                .as("an outcome sent along is not asked for")
                .extracting(CompiledPolicy::id)
                .containsExactly("make-c");
        assertThat(new Evaluator(set).evaluate(set.inOrder(), Map.of("a", java.math.BigDecimal.ONE), AS_OF))
                .extracting(answer -> String.valueOf(answer.evaluation().outcome()))
                .containsExactly("2", "3");
    }

    @Test
    void in_a_circle_are_refused_with_the_circle() {
        assertThatThrownBy(() -> set(
                        "a: {from: outcome, policy: make-a}\nb: {from: outcome, policy: make-b}",
                        policy("make-a", "b"),
                        policy("make-b", "a")))
                .isInstanceOf(CyclicPoliciesException.class)
                .hasMessageContaining("make-a → make-b → make-a");
    }

    @Test
    void without_a_required_fact_are_refused_with_its_place() {
        PolicySet set = set("a: {from: column, column: employees, required: true}", policy("make-b", "a"));
        assertThatThrownBy(() -> new Evaluator(set).evaluate(set.inOrder(), Map.of(), AS_OF))
                .isInstanceOfSatisfying(
                        BadInputException.class,
                        e -> assertThat(e.errors())
                                .extracting(InputError::pointer)
                                .containsExactly("/facts/a"));
    }

    @Test
    void that_only_a_caller_can_ask_are_none_of_accounts_nor_are_those_that_need_their_outcomes() {
        PolicySet set = set(
                "a: {from: caller, required: true}\nb: {from: outcome, policy: make-b}\nc: {from: caller}",
                policy("make-b", "a"),
                policy("make-c", "b"),
                policy("make-d", "c"));

        assertThat(set.forAccounts()).extracting(CompiledPolicy::id).containsExactly("make-d");
        assertThat(set.inOrder()).hasSize(3);
    }

    private static PolicySet set(String catalogue, PolicyText... texts) {
        Engine engine = new Engine(new RuleFacts());
        Map<String, CompiledPolicy> policies =
                Stream.of(texts).collect(Collectors.toMap(PolicyText::id, text -> engine.compile(text, VOCABULARY)));
        Map<String, Integer> versions = new TreeMap<>(Map.of("facts", 1, "catalogue", 1));
        policies.keySet().forEach(policy -> versions.put(policy, 1));
        return new PolicySet(FactCatalogue.read(Vocabulary.read(VOCABULARY), catalogue), policies, versions);
    }

    /** Answers one more than the fact it asks for. */
    private static PolicyText policy(String name, String fact) {
        return new PolicyText(name, "dmn/test/" + name + ".dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="%1$s" namespace="%1$s">
                  <import namespace="https://keyline.dev/dmn/facts" name="facts"
                          importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
                  <inputData id="i" name="%2$s"><variable id="iv" name="%2$s" typeRef="facts.%2$s"/></inputData>
                  <decision id="d" name="%1$s"><variable id="v" name="%1$s" typeRef="number"/>
                    <informationRequirement id="r"><requiredInput href="#i"/></informationRequirement>
                    <literalExpression id="e"><text>%2$s + 1</text></literalExpression></decision>
                </definitions>
                """.formatted(name, fact));
    }
}
