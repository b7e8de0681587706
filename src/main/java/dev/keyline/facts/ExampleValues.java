package dev.keyline.facts;

import dev.keyline.engine.FactType;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values that facts may have, made up from what their types allow.
 *
 * @param asOf dates lie around it
 */
public record ExampleValues(ZonedDateTime asOf) {
    private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"");
    private static final List<String> NUMBERS = List.of("50", "5", "1", "100", "0", "1000", "0.5");

    /**
     * One of the values allowed; null where none is known, as of a duration.
     *
     * @param which any number from 0; small ones differ
     */
    public @Nullable Object value(FactType type, int which) {
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
