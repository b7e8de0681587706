package dev.keyline.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A JSON value as the Java value of a field; a value of another JSON type is none. */
public final class JsonValue {
    private JsonValue() {}

    public static Optional<?> read(FieldType type, JsonNode node) {
        return switch (type) {
            case TEXT, CHOICE, CURRENCY, COUNTRY, LANGUAGE, TIME_ZONE -> text(node);
            case WHOLE ->
                node.isIntegralNumber() && node.canConvertToInt() ? Optional.of(node.intValue()) : Optional.empty();
            case DECIMAL -> node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
            case FLAG -> node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
            case DAY -> text(node).flatMap(JsonValue::day);
            case INSTANT -> text(node).flatMap(JsonValue::instant);
            case LIST -> list(node);
        };
    }

    /** What would be right, with its article. */
    public static String expected(Field field) {
        return switch (field.type()) {
            case CHOICE -> "one of " + String.join(", ", field.choices());
            case TEXT -> "a text that is not empty";
            case DAY -> "a date such as 2026-03-01";
            case INSTANT -> "an instant such as 2026-03-01T10:00:00Z";
            case LIST -> "an array of texts";
            default -> field.type().words();
        };
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue()).filter(text -> !text.isBlank());
    }

    private static Optional<?> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<?> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<?> list(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(element -> text(element).ifPresent(texts::add));
        return node.isArray() && texts.size() == node.size() ? Optional.of(List.copyOf(texts)) : Optional.empty();
    }
}
