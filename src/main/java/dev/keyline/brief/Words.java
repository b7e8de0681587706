package dev.keyline.brief;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values as a reader of English expects them. */
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Words() {}

    static String number(BigDecimal number) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(number);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A text that is a day as a day, any other as it is. */
    static String dayOr(String text) {
        try {
            return text.length() == 10 ? day(LocalDate.parse(text)) : text;
        } catch (DateTimeParseException notADay) {
            return text;
        }
    }

    /** A JSON value without its brackets. */
    static String value(JsonNode node) {
        if (node.isNumber()) {
            return number(node.decimalValue());
        }
        if (node.isBoolean()) {
            return node.booleanValue() ? "yes" : "no";
        }
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(value(item)));
            return items.isEmpty() ? "none" : String.join(", ", items);
        }
        if (node.isObject()) {
            List<String> parts = new ArrayList<>();
            node.properties().stream()
                    .filter(part -> !part.getValue().isNull())
                    .forEach(part -> parts.add(spaced(part.getKey()) + " " + value(part.getValue())));
            return String.join(", ", parts);
        }
        return node.isNull() || node.isMissingNode() ? "unknown" : dayOr(node.asText());
    }

    /** A name of the code in words: {@code landAndExpand} and {@code land-and-expand} alike. */
    static String spaced(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** With a full stop at the end, unless one is there. */
    static String sentence(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || ".!?…".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + ".";
    }
}
