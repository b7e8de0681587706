package dev.keyline.portfolio.imports;

import dev.keyline.portfolio.Field;
import dev.keyline.portfolio.FieldType;
import dev.keyline.portfolio.imports.FileRule.AttributeRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where one value comes from: a column's name, or an object that says more. */
final class CellRuleReader {
    private static final List<String> KEYS =
            FileRuleReader.keys("column", "columns", "join", "constant", "values", "otherwise", "default");
    private static final List<String> ATTRIBUTE_KEYS = attributeKeys();

    private final Formats outer;

    CellRuleReader(Formats outer) {
        this.outer = outer;
    }

    private static List<String> attributeKeys() {
        List<String> keys = new ArrayList<>(KEYS);
        keys.addAll(List.of("type", "unit", "description"));
        return List.copyOf(keys);
    }

    @Nullable
    CellRule cell(Place place) {
        if (place.node().isValueNode()) {
            return CellRule.column(place.pointer(), place.node().asText(), outer);
        }
        return place.isObjectOf(KEYS) ? rule(place) : null;
    }

    @Nullable
    AttributeRule attribute(Place place) {
        if (!place.isObjectOf(ATTRIBUTE_KEYS)) {
            return null;
        }
        CellRule rule = rule(place);
        Optional<FieldType> type = place.text("type").flatMap(CellRuleReader::attributeType);
        if (type.isEmpty()) {
            place.refuse("must have a type: text, number, boolean or date");
        }
        String name = place.name();
        if (name.length() > Field.MAX_SHORT_TEXT) {
            place.refuse("has a name longer than " + Field.MAX_SHORT_TEXT + " characters");
        }
        if (rule == null || type.isEmpty()) {
            return null;
        }
        Field definition = Field.attribute(name, type.get());
        checkWords(place, definition, rule);
        return new AttributeRule(
                definition,
                place.text("unit").orElse(null),
                place.text("description").orElse(null),
                rule);
    }

    static Optional<FieldType> attributeType(String word) {
        return switch (word) {
            case "text" -> Optional.of(FieldType.TEXT);
            case "number" -> Optional.of(FieldType.DECIMAL);
            case "boolean" -> Optional.of(FieldType.FLAG);
            case "date" -> Optional.of(FieldType.DAY);
            default -> Optional.empty();
        };
    }

    static String attributeWord(FieldType type) {
        return switch (type) {
            case DECIMAL -> "number";
            case FLAG -> "boolean";
            case DAY -> "date";
            default -> "text";
        };
    }

    /** As {@link #cell}; and the words the document itself gives must do for {@code field}. */
    @Nullable
    CellRule checked(Place place, Field field) {
        CellRule rule = cell(place);
        if (rule != null) {
            checkWords(place, field, rule);
        }
        return rule;
    }

    private @Nullable CellRule rule(Place place) {
        List<String> columns = new ArrayList<>();
        place.text("column").ifPresent(columns::add);
        place.at("columns").ifPresent(there -> columns.addAll(there.texts()));
        Optional<String> constant = place.text("constant");
        if (columns.isEmpty() == constant.isEmpty()
                || (place.at("column").isPresent() && place.at("columns").isPresent())) {
            place.refuse("must have one of column, columns and constant");
            return null;
        }
        return new CellRule(
                place.pointer(),
                List.copyOf(columns),
                place.text("join").orElse("-"),
                constant.orElse(null),
                place.map("values", Place::text),
                place.text("otherwise").orElse(null),
                place.text("default").orElse(null),
                FormatsReader.read(place, outer));
    }

    private static void checkWords(Place place, Field field, CellRule rule) {
        CellReader reader = new CellReader(field, rule, 0);
        checkWord(place, reader, rule.constant());
        checkWord(place.at("default").orElse(place), reader, rule.fallback());
        checkWord(place.at("otherwise").orElse(place), reader, rule.otherwise());
        for (Map.Entry<String, String> word : rule.values().entrySet()) {
            place.at("values")
                    .flatMap(values -> values.at(word.getKey()))
                    .ifPresent(there -> checkWord(there, reader, word.getValue()));
        }
    }

    private static void checkWord(Place place, CellReader reader, @Nullable String word) {
        if (word != null && reader.read(word) instanceof Reading.Refused refused) {
            place.refuse("'" + word + "' " + refused.reason());
        }
    }
}
