package dev.keyline.policy.web;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.FactType;
import dev.keyline.facts.Fact;
import dev.keyline.facts.FactCatalogue;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Facts that a policy decides, found by trying values that the catalogue allows; the same every time. */
final class FactExample {
    /** Enough for a policy whose rows leave gaps; most take the first. */
    private static final int ATTEMPTS = 60;

    private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"");
    private static final List<String> NUMBERS = List.of("50", "5", "1", "100", "0", "1000", "0.5");

    private final List<Fact> facts;
    private final ZonedDateTime asOf;

    private FactExample(List<Fact> facts, ZonedDateTime asOf) {
        this.facts = facts;
        this.asOf = asOf;
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
            Object value = value(facts.get(i).type(), number == 0 ? 0 : number * (i + 1));
            if (value != null) {
                tried.put(facts.get(i).name(), value);
            }
        }
        return tried;
    }

    /** One of the values allowed; null where none is known, as of a duration. */
    private @Nullable Object value(FactType type, int which) {
        Object single = single(type, which);
        return single != null && type.list() ? List.of(single) : single;
    }

    private @Nullable Object single(FactType type, int which) {
        return switch (type.kind()) {
            case TEXT -> pick(words(type), which);
            case NUMBER -> pick(numbers(type), which);
            case BOOLEAN -> which % 2 == 0;
            case DATE -> asOf.toLocalDate().plusDays(30L * (which % 12));
            case DATE_TIME -> asOf.minusDays(which % 90 + 1L);
            case RECORD -> record(type, which);
            case DURATION, ANY -> null;
        };
    }

    private Map<String, @Nullable Object> record(FactType type, int which) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        type.components().forEach(component -> record.put(component.name(), value(component, which)));
        return record;
    }

    private static List<String> words(FactType type) {
        List<String> words = new ArrayList<>();
        Matcher allowed = WORD.matcher(type.allowed() == null ? "" : type.allowed());
        while (allowed.find()) {
            words.add(allowed.group(1));
        }
        return words.isEmpty() ? List.of("example") : words;
    }

    private static List<BigDecimal> numbers(FactType type) {
        return NUMBERS.stream()
                .map(BigDecimal::new)
                .filter(number -> type.list() || type.test().test(number))
                .toList();
    }

    private static <T> @Nullable T pick(List<T> values, int which) {
        return values.isEmpty() ? null : values.get(which % values.size());
    }
}
