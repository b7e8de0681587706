package dev.keyline.portfolio.imports;

import dev.keyline.portfolio.Field;
import dev.keyline.portfolio.FieldType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes a field's value of a text, as the mapping says such texts are written. */
final class CellReader {
    private static final Map<String, Boolean> FLAGS = flags();
    private static final Map<String, String> SYMBOLS =
            Map.of("€", "EUR", "$", "USD", "£", "GBP", "¥", "JPY", "₹", "INR", "₩", "KRW", "zł", "PLN");
    private static final int CODE_LENGTH = 3;
    private static final Pattern CODE = Pattern.compile("(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])");

    private final Field field;
    private final CellRule rule;
    private final Dates dates;
    private final Map<String, String> words = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> names;

    /** @param weeks by which dates are moved */
    CellReader(Field field, CellRule rule, long weeks) {
        this.field = field;
        this.rule = rule;
        this.dates = new Dates(rule.formats(), weeks);
        this.words.putAll(rule.values());
        this.names = switch (field.type()) {
            case COUNTRY -> CodeNames.countries(rule.formats().language());
            case LANGUAGE -> CodeNames.languages(rule.formats().language());
            default -> Map.of();
        };
    }

    Field field() {
        return field;
    }

    CellRule rule() {
        return rule;
    }

    /** The value of a cell with its surrounding blanks gone. */
    Reading cell(String text) {
        if (!rule.formats().isEmpty(text)) {
            return read(field.type() == FieldType.LIST ? text : translated(text));
        }
        return rule.fallback() == null ? new Reading.Value(null) : read(rule.fallback());
    }

    private String translated(String text) {
        String word = words.get(text);
        if (word != null) {
            return word;
        }
        return rule.otherwise() == null || words.isEmpty() ? text : rule.otherwise();
    }

    /** The value of {@code text}, which is a word of ours or written as the formats say. */
    Reading read(String text) {
        if (rule.formats().isEmpty(text)) {
            return new Reading.Value(null);
        }
        Optional<?> value = value(text);
        if (value.isEmpty()) {
            return new Reading.Refused("is not " + field.type().words() + how());
        }
        Optional<String> refusal = field.refusal(value.get());
        return refusal.isPresent() ? new Reading.Refused(refusal.get()) : new Reading.Value(value.get());
    }

    private Optional<?> value(String text) {
        return switch (field.type()) {
            case TEXT, TIME_ZONE -> Optional.of(text);
            case CHOICE -> Optional.of(choice(text));
            case WHOLE -> rule.formats().numbers().read(text).flatMap(CellReader::whole);
            case DECIMAL -> rule.formats().numbers().read(text);
            case DAY -> dates.day(text);
            case INSTANT -> dates.instant(text);
            case FLAG -> Optional.ofNullable(FLAGS.get(text.toLowerCase(Locale.ROOT)));
            case LIST -> Optional.of(list(text));
            case CURRENCY -> currency(text);
            case COUNTRY, LANGUAGE -> Optional.of(names.getOrDefault(text, text));
        };
    }

    private String how() {
        return switch (field.type()) {
            case WHOLE, DECIMAL ->
                " written with a decimal " + rule.formats().numbers().word();
            case DAY, INSTANT ->
                " written as " + String.join(" or ", rule.formats().dates());
            case FLAG -> " (yes/no, true/false, 1/0)";
            default -> "";
        };
    }

    private String choice(String text) {
        return field.choices().stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElse(text);
    }

    private static Optional<Integer> whole(BigDecimal number) {
        try {
            return Optional.of(number.intValueExact());
        } catch (ArithmeticException notWhole) {
            return Optional.empty();
        }
    }

    private List<String> list(String text) {
        return split(text)
                .flatMap(element -> split(translated(element)))
                .distinct()
                .toList();
    }

    private Stream<String> split(String text) {
        return Arrays.stream(text.split(Pattern.quote(rule.formats().separator())))
                .map(String::strip)
                .filter(element -> !element.isEmpty());
    }

    /** A code, or an amount with its code or sign. */
    private static Optional<String> currency(String text) {
        if (text.length() == CODE_LENGTH) {
            return Optional.of(text.toUpperCase(Locale.ROOT));
        }
        Matcher code = CODE.matcher(text);
        if (code.find()) {
            return Optional.of(code.group());
        }
        return SYMBOLS.entrySet().stream()
                .filter(symbol -> text.contains(symbol.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, Boolean> flags() {
        Map<String, Boolean> flags = new TreeMap<>();
        List.of("true", "yes", "y", "t", "1", "on").forEach(word -> flags.put(word, true));
        List.of("false", "no", "n", "f", "0", "off").forEach(word -> flags.put(word, false));
        return flags;
    }
}
