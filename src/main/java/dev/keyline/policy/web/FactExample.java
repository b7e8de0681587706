package dev.keyline.policy.web;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.facts.ExampleValues;
import dev.keyline.facts.Fact;
import dev.keyline.facts.FactCatalogue;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts that a policy decides, found by trying values that the catalogue allows; the same every time. */
final class FactExample {
    /** Enough for a policy whose rows leave gaps; most take the first. */
    private static final int ATTEMPTS = 60;

    private final List<Fact> facts;
    private final ExampleValues values;

    private FactExample(List<Fact> facts, ZonedDateTime asOf) {
        this.facts = facts;
        this.values = new ExampleValues(asOf);
    }

    /** Empty when nothing that was tried is decided. */
    static Optional<Map<String, Object>> of(CompiledPolicy policy, FactCatalogue catalogue, ZonedDateTime asOf) {
        List<Fact> facts = policy.facts().stream()
                .sorted()
                .flatMap(fact -> catalogue.find(fact).stream())
                .toList();
        FactExample example = new FactExample(facts, asOf);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<String, Object> tried = example.attempt(attempt);
            if (policy.evaluate(tried, asOf).outcome() != null) {
                return Optional.of(tried);
            }
        }
        return Optional.empty();
    }

    private Map<String, Object> attempt(int number) {
        Map<String, Object> tried = new LinkedHashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            Object value = values.value(facts.get(i).type(), number == 0 ? 0 : number * (i + 1));
            if (value != null) {
                tried.put(facts.get(i).name(), value);
            }
        }
        return tried;
    }
}
