package dev.keyline.accountplan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.http.InputError;
import dev.keyline.portfolio.Entity;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Holds JSON to the records of the plan, by what their contract says; finds every error, each with its pointer. */
final class PlanShape {
    /** Something outside the plan that it names. */
    record Reference(Entity entity, String id, String pointer) {}

    /** An entry of another section that it names. */
    record InnerReference(String section, String id, String pointer) {}

    // bounds that no honest plan meets; they keep a slip of the keyboard out of sums and calendars
    private static final int MAX_ENTRIES = 500;
    private static final int MAX_WHOLE_DIGITS = 15;
    private static final int MAX_DECIMALS = 6;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final LocalDate today;
    private final List<InputError> errors = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<InnerReference> innerReferences = new ArrayList<>();

    PlanShape(LocalDate today) {
        this.today = today;
    }

    List<InputError> errors() {
        return errors;
    }

    List<Reference> references() {
        return references;
    }

    List<InnerReference> innerReferences() {
        return innerReferences;
    }

    void document(JsonNode document) {
        if (isObject(document, "")) {
            onlyKnown(PlanDocument.class, document, "");
            for (Section section : Section.ALL) {
                section(section, document.get(section.name()), "/" + section.name());
            }
        }
    }

    private void section(Section section, @Nullable JsonNode node, String pointer) {
        if (node == null || node.isNull()) {
            return;
        }
        if (!section.isList()) {
            object(section.entryType(), node, pointer);
            return;
        }
        if (isArray(node, pointer)) {
            for (int i = 0; i < node.size(); i++) {
                object(section.entryType(), node.get(i), pointer + "/" + i);
            }
        }
    }

    private void object(Class<? extends Record> type, JsonNode node, String pointer) {
        if (!isObject(node, pointer)) {
            return;
        }
        onlyKnown(type, node, pointer);
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            JsonNode value = node.get(name);
            if (value != null && !value.isNull()) {
                value(component, schema(component), value, pointer + "/" + name);
            } else if (!schema(component).nullable() && component.getType() != List.class) {
                refuse(pointer + "/" + name, "is missing");
            }
        }
        PlanRules.check(type, node, pointer, errors);
    }

    private void value(RecordComponent component, Schema schema, JsonNode node, String pointer) {
        Class<?> type = component.getType();
        if (type == List.class) {
            if (isArray(node, pointer)) {
                for (int i = 0; i < node.size(); i++) {
                    text(node.get(i), pointer + "/" + i);
                }
            }
        } else if (type == LocalDate.class) {
            date(component, node, pointer);
        } else if (type == BigDecimal.class || type == Integer.class) {
            number(type, schema, node, pointer);
        } else {
            text(node, pointer).ifPresent(text -> text(component, schema, text, pointer));
        }
    }

    private Optional<String> text(JsonNode node, String pointer) {
        if (!node.isTextual()) {
            refuse(pointer, "must be a text");
            return Optional.empty();
        }
        Optional<String> refusal = PlanText.refusal(node.textValue());
        refusal.ifPresent(message -> refuse(pointer, message));
        return refusal.isPresent() ? Optional.empty() : Optional.of(node.textValue());
    }

    private void text(RecordComponent component, Schema schema, String text, String pointer) {
        List<String> allowed = List.of(schema.enumeration());
        if (!allowed.isEmpty() && !allowed.contains(text)) {
            refuse(pointer, "must be one of " + String.join(", ", allowed));
        }
        if (component.getName().equals("id") && !ID.matcher(text).matches()) {
            refuse(pointer, "must be 1 to 64 letters, digits, dots, dashes or underscores");
        }
        if (!schema.pattern().isEmpty() && !text.matches(schema.pattern())) {
            refuse(pointer, "must match " + schema.pattern());
        }
        RefersTo outside = component.getAnnotation(RefersTo.class);
        if (outside != null) {
            references.add(new Reference(outside.value(), text, pointer));
        }
        RefersWithin inside = component.getAnnotation(RefersWithin.class);
        if (inside != null) {
            innerReferences.add(new InnerReference(inside.value(), text, pointer));
        }
    }

    private void date(RecordComponent component, JsonNode node, String pointer) {
        try {
            LocalDate date = LocalDate.parse(node.isTextual() ? node.textValue() : "");
            if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
                refuse(pointer, "lies outside the years " + FIRST_YEAR + " to " + LAST_YEAR);
            } else if (component.isAnnotationPresent(Past.class) && date.isAfter(today)) {
                refuse(pointer, "has not come yet: today is " + today);
            }
        } catch (DateTimeParseException notADate) {
            refuse(pointer, "must be a date such as 2026-03-01");
        }
    }

    private void number(Class<?> type, Schema schema, JsonNode node, String pointer) {
        if (!node.isNumber() || (type == Integer.class && !node.isInt())) {
            refuse(pointer, type == Integer.class ? "must be a whole number" : "must be a number");
            return;
        }
        BigDecimal number = node.decimalValue();
        if (number.precision() - number.scale() > MAX_WHOLE_DIGITS || number.scale() > MAX_DECIMALS) {
            refuse(
                    pointer,
                    "has more than " + MAX_WHOLE_DIGITS + " digits before or " + MAX_DECIMALS + " after the point");
        } else if (!schema.minimum().isEmpty() && number.compareTo(new BigDecimal(schema.minimum())) < 0) {
            refuse(pointer, "is below " + schema.minimum());
        } else if (!schema.maximum().isEmpty() && number.compareTo(new BigDecimal(schema.maximum())) > 0) {
            refuse(pointer, "is above " + schema.maximum());
        }
    }

    private void onlyKnown(Class<?> type, JsonNode node, String pointer) {
        List<String> known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        Iterable<String> names = node::fieldNames;
        StreamSupport.stream(names.spliterator(), false)
                .filter(name -> !known.contains(name))
                .forEach(name -> refuse(
                        pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                        "is not known here; known are "
                                + known.stream().sorted().collect(Collectors.joining(", "))));
    }

    private boolean isObject(JsonNode node, String pointer) {
        if (!node.isObject()) {
            refuse(pointer, "must be an object");
        }
        return node.isObject();
    }

    private boolean isArray(JsonNode node, String pointer) {
        if (!node.isArray()) {
            refuse(pointer, "must be an array");
        } else if (node.size() > MAX_ENTRIES) {
            refuse(pointer, "has more than " + MAX_ENTRIES + " entries");
        }
        return node.isArray() && node.size() <= MAX_ENTRIES;
    }

    private void refuse(String pointer, String message) {
        errors.add(new InputError(pointer, message));
    }

    // reaches the component's accessor: the annotation knows no record components
    private static Schema schema(RecordComponent component) {
        return Objects.requireNonNull(
                component.getAccessor().getAnnotation(Schema.class), () -> component + " is not described");
    }
}
