package dev.keyline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.facts.FactReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case in {@code policy-cases} holds, and every row and rule of every policy has a case that names it. */
class PolicyCasesTest {
    private static final Path CASES = Path.of("src/test/resources/policy-cases");
    private static final Map<String, CompiledPolicy> POLICIES = Shipped.policies().stream()
            .map(Shipped::compiled)
            .collect(Collectors.toMap(CompiledPolicy::id, policy -> policy, (a, b) -> a, TreeMap::new));

    @TestFactory
    Stream<DynamicContainer> cases_hold() throws IOException {
        List<DynamicContainer> sheets = new ArrayList<>();
        for (PolicyCase.Sheet sheet : sheets()) {
            sheets.add(DynamicContainer.dynamicContainer(
                    sheet.policy(),
                    sheet.cases().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> holds(sheet, one)))));
        }
        return sheets.stream();
    }

    @Test
    void every_row_and_rule_is_selected_by_a_case_that_names_it() throws IOException {
        Map<String, Collection<String>> unnamed = new TreeMap<>();
        Map<String, List<PolicyCase>> cases =
                sheets().stream().collect(Collectors.toMap(PolicyCase.Sheet::policy, PolicyCase.Sheet::cases));
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
    void a_sheet_bears_the_name_and_topic_of_its_policy() throws IOException {
        for (Path file : Shipped.files(CASES, ".yaml")) {
            String policy = PolicyCase.Sheet.read(file).policy();
            String path = Shipped.policies().stream()
                    .filter(text -> text.id().equals(policy))
                    .map(PolicyText::path)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(file + " names no policy"));
            String topic = Path.of(path).getParent().getFileName().toString();
            assertThat(CASES.relativize(file).toString()).isEqualTo(topic + "/" + policy + ".yaml");
        }
    }

    private static List<PolicyCase.Sheet> sheets() throws IOException {
        List<PolicyCase.Sheet> sheets = new ArrayList<>();
        for (Path file : Shipped.files(CASES, ".yaml")) {
            sheets.add(PolicyCase.Sheet.read(file));
        }
        return sheets;
    }

    private static void holds(PolicyCase.Sheet sheet, PolicyCase one) {
        CompiledPolicy policy = POLICIES.get(sheet.policy());
        assertThat(policy).as(sheet.policy()).isNotNull();
        FactReader reader = new FactReader(Shipped.CATALOGUE);
        Map<String, @Nullable Object> facts = reader.read(sheet.factsOf(one), "/facts");
        assertThat(reader.errors()).as("facts").isEmpty();
        Evaluation evaluation = evaluated(policy, facts, one);

        List<String> selected = evaluation.rows().stream().map(RowHit::ruleId).toList();
        assertThat(evaluation.messages()).isEmpty();
        if (one.outcome() != null) {
            assertThat(restrictedTo(one.outcome(), evaluation.outcome())).isEqualTo(plain(one.outcome()));
        }
        assertThat(one.rules()).as("rules, of those selected").isSubsetOf(selected);
        assertThat(one.not())
                .as("not, of those selected")
                .filteredOn(selected::contains)
                .isEmpty();
    }

    private static Evaluation evaluated(CompiledPolicy policy, Map<String, @Nullable Object> facts, PolicyCase one) {
        ZonedDateTime asOf = one.asOf().atZone(ZoneOffset.UTC);
        if (one.withdrawn().isEmpty()) {
            return policy.evaluate(facts, asOf);
        }
        Map<String, List<Object>> withdrawn = new LinkedHashMap<>();
        one.withdrawn().forEach((fact, which) -> {
            List<?> elements = (List<?>) facts.get(fact);
            withdrawn.put(fact, which.stream().map(id -> element(elements, id)).toList());
        });
        return ((RulePolicy) policy).evaluate(facts, withdrawn, asOf);
    }

    private static Object element(List<?> elements, Object which) {
        return which instanceof Integer index
                ? elements.get(index)
                : elements.stream()
                        .filter(element -> which.equals(((Map<?, ?>) element).get("id")))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("nothing to withdraw has the id " + which));
    }

    /** The part of an outcome that a case speaks of: of an object the components it names, of a list all elements. */
    private static @Nullable Object restrictedTo(@Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Map<?, ?> components && actual instanceof Map<?, ?> values) {
            Map<String, @Nullable Object> restricted = new TreeMap<>();
            components.forEach(
                    (name, value) -> restricted.put(String.valueOf(name), restrictedTo(value, values.get(name))));
            return restricted;
        }
        if (expected instanceof List<?> wanted && actual instanceof List<?> values && wanted.size() == values.size()) {
            List<@Nullable Object> restricted = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                restricted.add(restrictedTo(wanted.get(i), values.get(i)));
            }
            return restricted;
        }
        return plain(actual);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> plain = new TreeMap<>();
            map.forEach((key, item) -> plain.put(String.valueOf(key), plain(item)));
            return plain;
        }
        return value instanceof List<?> list
                ? list.stream().map(PolicyCasesTest::plain).toList()
                : value;
    }
}
