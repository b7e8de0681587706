package dev.keyline.policycase;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.Evaluation;
import dev.keyline.engine.RowHit;
import dev.keyline.engine.table.DecisionTable;
import dev.keyline.facts.ExampleValues;
import dev.keyline.facts.FactCatalogue;
import dev.keyline.facts.FactReader;
import dev.keyline.policy.check.Mcdc;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds facts that bring a policy to a row. What a table tests directly is set as the row wants it, over the facts of
 * cases that there are; a table that tests what other decisions make of the facts is reached by trying.
 */
final class FactSearch {
    /** Cases over whose facts a row's own are laid, one after the other. */
    private static final int MOST_BASES = 20;

    /** At 0.1 to 0.3 ms each: well under a second. */
    private static final int TRIALS = 2_000;

    private static final int EXAMPLES = 8;
    private static final int LONGEST_NAME = 200;

    private final CompiledPolicy policy;
    private final FactCatalogue catalogue;
    private final ZonedDateTime asOf;
    private final CaseRunner runner;
    private final List<PolicyCase> known;
    private final Map<String, List<Object>> values = new LinkedHashMap<>();
    private @Nullable List<Trial> trials;

    private record Trial(Map<String, Object> facts, Evaluation answer) {}

    FactSearch(
            CompiledPolicy policy,
            FactCatalogue catalogue,
            ZoneId zone,
            List<PolicyCase> known,
            List<DecisionTable> tables) {
        this.policy = policy;
        this.catalogue = catalogue;
        this.asOf = PolicyCase.DEFAULT_AS_OF.atZone(zone);
        this.runner = new CaseRunner(policy, catalogue, zone);
        this.known = known;
        ExampleValues examples = new ExampleValues(asOf);
        Set<Mcdc.Case> boundaries = new LinkedHashSet<>();
        tables.forEach(table -> boundaries.addAll(Mcdc.cases(table, Set.of()).cases()));
        new TreeSet<>(policy.facts())
                .stream().flatMap(name -> catalogue.find(name).stream()).forEach(fact -> {
                    Set<Object> some = new LinkedHashSet<>();
                    boundaries.forEach(one -> add(some, one.inputs().get(fact.name())));
                    known.forEach(one -> add(some, one.facts().get(fact.name())));
                    IntStream.range(0, EXAMPLES).forEach(which -> add(some, examples.value(fact.type(), which)));
                    values.put(fact.name(), List.copyOf(some));
                });
    }

    private static void add(Set<Object> some, @Nullable Object value) {
        if (value != null) {
            some.add(json(value));
        }
    }

    /** A case that does what is wanted; empty when a column tests something else than a fact, or none was found. */
    Optional<PolicyCase> find(Mcdc.Case wanted) {
        if (!policy.facts().containsAll(wanted.inputs().keySet())) {
            return Optional.empty();
        }
        List<Map<String, Object>> bases = new ArrayList<>();
        known.stream().limit(MOST_BASES).forEach(one -> bases.add(one.facts()));
        bases.add(Map.of());
        bases.add(examples());
        return bases.stream()
                .map(base -> over(base, wanted.inputs()))
                .flatMap(facts -> made(wanted.row(), wanted.column(), facts).stream())
                .findFirst();
    }

    private static Map<String, Object> over(Map<String, Object> base, Map<String, @Nullable Object> wanted) {
        Map<String, Object> facts = new LinkedHashMap<>(base);
        wanted.forEach((fact, value) -> {
            if (value == null) {
                facts.remove(fact);
            } else {
                facts.put(fact, json(value));
            }
        });
        return facts;
    }

    private Map<String, Object> examples() {
        Map<String, Object> facts = new LinkedHashMap<>();
        values.forEach((fact, some) -> some.stream().findFirst().ifPresent(value -> facts.put(fact, value)));
        return facts;
    }

    /** A case that the row decides, found by trying. */
    Optional<PolicyCase> reaching(String row) {
        return trials().stream()
                .filter(trial -> decides(row, trial.answer()))
                .flatMap(trial -> made(row, null, trial.facts()).stream())
                .findFirst();
    }

    /** Facts of cases with some exchanged for others, the same ones at every call. */
    private List<Trial> trials() {
        List<Trial> done = trials;
        if (done == null) {
            Random random = new Random(policy.id().hashCode());
            List<Map<String, Object>> asked = new ArrayList<>();
            List<Map<String, @Nullable Object>> read = new ArrayList<>();
            for (int trial = 0; trial < TRIALS; trial++) {
                Map<String, Object> facts = mutated(random, trial);
                FactReader reader = new FactReader(catalogue);
                Map<String, @Nullable Object> typed = reader.read(facts, "/facts");
                if (reader.errors().isEmpty()) {
                    asked.add(facts);
                    read.add(typed);
                }
            }
            List<Evaluation> answers = policy.evaluateAll(read, asOf);
            done = IntStream.range(0, asked.size())
                    .mapToObj(i -> new Trial(asked.get(i), answers.get(i)))
                    .toList();
            trials = done;
        }
        return done;
    }

    private Map<String, Object> mutated(Random random, int trial) {
        Map<String, Object> facts = known.isEmpty()
                ? examples()
                : new LinkedHashMap<>(known.get(trial % known.size()).facts());
        // every other trial changes a few facts, the rest any number of them
        double share = trial % 2 == 0 ? 0.2 : random.nextDouble();
        values.forEach((fact, some) -> {
            if (!some.isEmpty() && random.nextDouble() < share) {
                facts.put(fact, some.get(random.nextInt(some.size())));
            }
        });
        return facts;
    }

    private Optional<PolicyCase> made(String row, @Nullable String column, Map<String, Object> facts) {
        PolicyCase asked =
                new PolicyCase(name(row, column), facts, asOf.toInstant(), null, List.of(), List.of(), Map.of());
        CaseResult result = runner.run(asked);
        Object outcome = result.outcome();
        boolean decides = result.rules().stream().map(RowHit::ruleId).anyMatch(row::equals);
        if (!result.passed() || outcome == null || decides != (column == null)) {
            return Optional.empty();
        }
        return Optional.of(new PolicyCase(
                asked.name(),
                facts,
                asked.asOf(),
                json(outcome),
                column == null ? List.of(row) : List.of(),
                column == null ? List.of() : List.of(row),
                Map.of()));
    }

    private static String name(String row, @Nullable String column) {
        String name =
                column == null ? row + " decides" : row + " does not decide when " + column + " alone is otherwise";
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private static boolean decides(String row, Evaluation answer) {
        return answer.outcome() != null
                && answer.rows().stream().map(RowHit::ruleId).anyMatch(row::equals);
    }

    /** As a case has it: dates and durations as text. */
    private static Object json(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            map.forEach((name, inner) -> json.put(String.valueOf(name), inner == null ? null : json(inner)));
            return json;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> json = new ArrayList<>();
            list.forEach(inner -> json.add(inner == null ? null : json(inner)));
            return json;
        }
        if (value instanceof ZonedDateTime dateTime) {
            return dateTime.toInstant().toString();
        }
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
