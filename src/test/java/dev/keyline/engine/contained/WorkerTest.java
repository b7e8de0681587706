package dev.keyline.engine.contained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.Engine;
import dev.keyline.engine.Evaluation;
import dev.keyline.engine.Finding;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.Question;
import dev.keyline.engine.RejectedTextException;
import dev.keyline.engine.UnknownDecisionException;
import dev.keyline.facts.RuleFacts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What an analyst wrote, compiled and evaluated in a process of its own. */
class WorkerTest {
    private static final ContainedEngine CONTAINED = Models.engine();

    @AfterAll
    static void end() {
        CONTAINED.close();
    }

    @Test
    void answers_like_the_engine_in_this_process() throws IOException {
        PolicyText policy = shipped("account-tier", "dmn/tiering/account-tier.dmn");
        PolicyText vocabulary = shipped("facts", "dmn/facts/facts.dmn");
        CompiledPolicy here = new Engine(new RuleFacts()).compile(policy, vocabulary);
        CompiledPolicy there = CONTAINED.compile(policy, vocabulary, Standing.PUBLISHED);

        assertThat(there.id()).isEqualTo(here.id());
        assertThat(there.facts()).isEqualTo(here.facts());
        assertThat(there.rows()).isEqualTo(here.rows());
        List<Map<String, Object>> facts = facts(here);
        List<Evaluation> answers = there.evaluateAll(facts, Models.AS_OF);
        for (int i = 0; i < facts.size(); i++) {
            assertThat(answers.get(i)).isEqualTo(here.evaluate(facts.get(i), Models.AS_OF));
        }
    }

    private static List<Map<String, Object>> facts(CompiledPolicy policy) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            Map<String, Object> facts = new HashMap<>();
            for (String fact : policy.facts()) {
                facts.put(
                        fact, fact.endsWith("Since") ? LocalDate.of(2020, 1, 1).plusDays(i) : BigDecimal.valueOf(i));
            }
            facts.put("not asked for", "x");
            all.add(facts);
        }
        return all;
    }

    @Test
    void a_worker_that_dies_between_two_calls_is_not_noticed() {
        PolicyText model = Models.deciding("greeting", "\"hello\"");
        assertThat(Models.answer(CONTAINED, model)).isEqualTo("hello");
        for (long pid : CONTAINED.pids()) {
            ProcessHandle.of(pid).ifPresent(process -> {
                process.destroyForcibly();
                process.onExit().join();
            });
        }
        assertThat(Models.answer(CONTAINED, model)).isEqualTo("hello");
    }

    @Test
    void workers_end_with_the_engine() {
        ContainedEngine engine = Models.engine();
        assertThat(Models.answer(engine, Models.deciding("greeting", "1"))).isEqualTo(BigDecimal.ONE);
        List<ProcessHandle> processes = Arrays.stream(engine.pids())
                .mapToObj(pid -> ProcessHandle.of(pid).orElseThrow())
                .toList();
        assertThat(processes).hasSize(1);
        engine.close();
        processes.forEach(process -> process.onExit().join());
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void a_text_that_is_no_model_is_rejected_in_the_engines_words() {
        PolicyText wrong = Models.deciding("greeting", "1 +");
        assertThatThrownBy(() -> CONTAINED.compile(wrong, Models.model("facts", ""), Standing.DRAFT))
                .isInstanceOfSatisfying(
                        RejectedTextException.class,
                        e -> assertThat(e.problems()).anyMatch(problem -> problem.contains("1 +")));
    }

    @Test
    void problems_name_the_element() {
        assertThat(CONTAINED.problems(List.of(Models.deciding("greeting", "1 +"))))
                .anySatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
                    assertThat(finding.element()).isEqualTo("e-greeting");
                });
        assertThat(CONTAINED.problems(List.of(Models.asking(Map.of("a", "number"), "a + 1"))))
                .noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    @Test
    void one_decision_is_asked_or_a_service_or_all() {
        PolicyText model = Models.model("two", Models.decision("one", "1") + Models.decision("two", "2") + """
                <decisionService id="s" name="service"><variable id="sv" name="service"/>
                  <outputDecision href="#d-two"/></decisionService>
                """);
        assertThat(CONTAINED.evaluate(List.of(model), Models.everything()).results())
                .containsOnlyKeys("one", "two");
        assertThat(CONTAINED.evaluate(List.of(model), question("one", null)).results())
                .isEqualTo(Map.of("one", BigDecimal.ONE));
        assertThat(CONTAINED.evaluate(List.of(model), question(null, "service")).results())
                .isEqualTo(Map.of("two", BigDecimal.valueOf(2)));
        assertThatThrownBy(() -> CONTAINED.evaluate(List.of(model), question("three", null)))
                .isInstanceOfSatisfying(
                        UnknownDecisionException.class,
                        e -> assertThat(e.errors().get(0).pointer()).isEqualTo("/decision"));
        assertThatThrownBy(() -> CONTAINED.evaluate(List.of(model), question(null, "three")))
                .isInstanceOfSatisfying(
                        UnknownDecisionException.class,
                        e -> assertThat(e.errors().get(0).pointer()).isEqualTo("/decisionService"));
    }

    private static Question question(String decision, String service) {
        return new Question(Models.context(), decision, service, Models.AS_OF);
    }

    private static PolicyText shipped(String id, String path) throws IOException {
        return new PolicyText(id, path, Files.readString(Path.of(path)));
    }
}
