package dev.keyline.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.http.InputError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A JSON object as a row: every error with its place, none guessed over. Properties are called like fields, in camelCase. */
public final class JsonRow {
    private final Entity entity;
    private final String pointer;
    private final List<InputError> errors;
    private final boolean inPart;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /**
     * @param given what the path says already; the object must not say it again
     * @param inPart whether a field that is not said stays as it is
     */
    private JsonRow(Entity entity, String pointer, Map<String, String> given, boolean inPart, List<InputError> errors) {
        this.entity = entity;
        this.inPart = inPart;
        this.pointer = pointer;
        this.errors = errors;
        this.values.putAll(given);
    }

    /**
     * The whole of a thing: a field that is not said is emptied.
     *
     * @param given values by field that come from elsewhere; the object must not hold them
     * @param others properties that are no fields and somebody else reads
     */
    public static Row read(
            Entity entity,
            JsonNode node,
            String pointer,
            Map<String, String> given,
            List<String> others,
            List<InputError> errors) {
        return new JsonRow(entity, pointer, given, false, errors).read(node, others);
    }

    /** A part of a thing: a field that is not said stays as it is, one that is null is emptied. */
    public static Row readPart(
            Entity entity,
            JsonNode node,
            String pointer,
            Map<String, String> given,
            List<String> others,
            List<InputError> errors) {
        return new JsonRow(entity, pointer, given, true, errors).read(node, others);
    }

    private Row read(JsonNode node, List<String> others) {
        if (!node.isObject()) {
            errors.add(new InputError(pointer, "must be an object"));
            return new Row(values);
        }
        int before = errors.size();
        refuseUnknown(node, others);
        for (Field field : entity.fields()) {
            boolean said = !inPart || node.has(property(field.name()));
            if (said && !values.containsKey(field.name())) {
                values.put(field.name(), value(field, node.get(property(field.name()))));
            }
        }
        Row row = new Row(values);
        if (errors.size() == before) {
            for (Refusal refusal : Consistency.refusals(entity, row)) {
                errors.add(new InputError(pointer + "/" + property(refusal.field()), refusal.reason()));
            }
        }
        return row;
    }

    private void refuseUnknown(JsonNode node, List<String> others) {
        TreeSet<String> known = new TreeSet<>(others);
        entity.fields().stream()
                .map(Field::name)
                .filter(name -> !values.containsKey(name))
                .map(JsonRow::property)
                .forEach(known::add);
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                errors.add(new InputError(
                        pointer + "/" + escaped(name), "is not known here; known are " + String.join(", ", known)));
            }
        });
    }

    private @Nullable Object value(Field field, @Nullable JsonNode node) {
        String place = pointer + "/" + property(field.name());
        if (node == null || node.isNull()) {
            if (field.required()) {
                errors.add(new InputError(place, "is required: " + field.type().words()));
            }
            return null;
        }
        Optional<?> value = JsonValue.read(field.type(), node);
        if (value.isEmpty()) {
            errors.add(new InputError(place, "must be " + JsonValue.expected(field)));
            return null;
        }
        Optional<String> refusal = field.refusal(value.get());
        if (refusal.isPresent()) {
            errors.add(new InputError(place, refusal.get()));
            return null;
        }
        return value.get();
    }

    public static String escaped(String property) {
        return property.replace("~", "~0").replace("/", "~1");
    }

    /** {@code annual_turnover} is {@code annualTurnover}. */
    public static String property(String field) {
        StringBuilder property = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '_') {
                i++;
                property.append(Character.toUpperCase(field.charAt(i)));
            } else {
                property.append(c);
            }
        }
        return property.toString();
    }
}
