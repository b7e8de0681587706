package dev.keyline.engine.contained;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether a value is the one a conformance case expects: numbers to eight places, times however they are written. */
final class Sameness {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.00000001");

    private static final List<Function<String, Object>> FORMS = List.of(
            LocalDate::parse,
            LocalDateTime::parse,
            LocalTime::parse,
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> OffsetTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC),
            Duration::parse,
            text -> Period.parse(text).normalized());

    private Sameness() {}

    static boolean of(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().subtract(actual.decimalValue()).abs().compareTo(TOLERANCE) <= 0;
        }
        if (expected.isTextual() && actual.isTextual()) {
            String wanted = expected.textValue();
            String given = actual.textValue();
            return wanted.equals(given) || (form(wanted) != null && form(wanted).equals(form(given)));
        }
        if (expected.isArray() && actual.isArray()) {
            return expected.size() == actual.size()
                    && IntStream.range(0, expected.size()).allMatch(i -> of(expected.get(i), actual.get(i)));
        }
        if (expected.isObject() && actual.isObject()) {
            return expected.properties().stream().allMatch(entry -> of(entry.getValue(), actual.path(entry.getKey())))
                    && expected.size() == actual.size();
        }
        return expected.isNull() ? actual.isNull() || actual.isMissingNode() : expected.equals(actual);
    }

    private static @Nullable Object form(String text) {
        for (Function<String, Object> form : FORMS) {
            try {
                return form.apply(text);
            } catch (DateTimeException e) {
                // another form
            }
        }
        return null;
    }
}
