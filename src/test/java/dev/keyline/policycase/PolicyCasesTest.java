package dev.keyline.policycase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.RowHit;
import dev.keyline.engine.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every shipped case holds, and every row and rule of every policy has a case that names it. */
class PolicyCasesTest {
    private static final Path CASES = Path.of("src/main/resources/policy-cases");
    private static final Map<String, CompiledPolicy> POLICIES = Shipped.policies().stream()
            .map(Shipped::compiled)
            .collect(Collectors.toMap(CompiledPolicy::id, policy -> policy, (a, b) -> a, TreeMap::new));

    @TestFactory
    Stream<DynamicContainer> cases_hold() {
        return sheets().stream().map(sheet -> {
            CaseRunner runner = runner(sheet.policy());
            return DynamicContainer.dynamicContainer(
                    sheet.policy(),
                    sheet.cases().stream()
                            .map(one -> DynamicTest.dynamicTest(
                                    one.name(),
                                    () -> assertThat(runner.run(one).faults()).isEmpty())));
        });
    }

    @Test
    void every_row_and_rule_is_selected_by_a_case_that_names_it() {
        Map<String, Collection<String>> unnamed = new TreeMap<>();
        Map<String, List<PolicyCase>> cases =
                sheets().stream().collect(Collectors.toMap(CaseSheet::policy, CaseSheet::cases));
        POLICIES.forEach((id, policy) -> {
            Collection<String> rows =
                    policy.rows().stream().map(RowHit::ruleId).collect(Collectors.toCollection(TreeSet::new));
            cases.getOrDefault(id, List.of()).forEach(one -> rows.removeAll(one.rules()));
            unnamed.put(id, rows);
        });
        unnamed.values().removeIf(Collection::isEmpty);
        assertThat(unnamed).as("rows without a case").isEmpty();
    }

    @Test
    void a_sheet_bears_the_name_and_topic_of_its_policy() {
        for (Path file : Shipped.files(CASES, ".yaml")) {
            String policy = sheet(file).policy();
            String path = Shipped.policies().stream()
                    .filter(text -> text.id().equals(policy))
                    .map(PolicyText::path)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(file + " names no policy"));
            String topic = Path.of(path).getParent().getFileName().toString();
            assertThat(CASES.relativize(file).toString()).isEqualTo(topic + "/" + policy + ".yaml");
        }
    }

    private static CaseRunner runner(String policy) {
        CompiledPolicy compiled = POLICIES.get(policy);
        assertThat(compiled).as(policy).isNotNull();
        return new CaseRunner(compiled, Shipped.CATALOGUE, ZoneOffset.UTC);
    }

    private static List<CaseSheet> sheets() {
        return Shipped.files(CASES, ".yaml").stream()
                .map(PolicyCasesTest::sheet)
                .toList();
    }

    private static CaseSheet sheet(Path file) {
        try {
            return CaseSheet.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
