package dev.keyline.facts;

import dev.keyline.engine.FactType;
import dev.keyline.http.InputError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns JSON into facts as policies take them, and says of everything that is no such fact where it stands and why. */
public final class FactReader {
    private final FactCatalogue catalogue;
    private final List<InputError> errors = new ArrayList<>();

    public FactReader(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What was wrong so far, each with a JSON pointer. */
    public List<InputError> errors() {
        return errors;
    }

    /**
     * Reads an object of facts.
     *
     * @param pointer where it stands in the caller's body
     */
    public Map<String, @Nullable Object> read(Map<String, ? extends @Nullable Object> posted, String pointer) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        posted.forEach((name, value) -> {
            String at = pointer + "/" + escaped(name);
            Optional<Fact> fact = catalogue.find(name);
            if (fact.isEmpty()) {
                errors.add(new InputError(at, "the fact catalogue has no fact of this name"));
            } else if (value != null) {
                facts.put(name, value(fact.get().type(), value, at));
            }
        });
        return facts;
    }

    private @Nullable Object value(FactType type, Object value, String pointer) {
        int errorsBefore = errors.size();
        Object read = type.list() ? list(type, value, pointer) : single(type, value, pointer);
        // of a record each component has been tested by itself, where null means absent and is no wrong value
        boolean simple = type.kind() != FactType.Kind.RECORD;
        if (read != null
                && simple
                && errors.size() == errorsBefore
                && !type.test().test(read)) {
            errors.add(new InputError(
                    pointer,
                    type.allowed() == null ? "is not a value of this fact" : "must be one of " + type.allowed()));
        }
        return read;
    }

    private @Nullable Object list(FactType type, Object value, String pointer) {
        if (!(value instanceof List<?> items)) {
            errors.add(new InputError(pointer, "must be a list"));
            return null;
        }
        List<@Nullable Object> read = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            read.add(item == null ? null : single(type, item, pointer + "/" + i));
        }
        return read;
    }

    private @Nullable Object single(FactType type, Object value, String pointer) {
        return switch (type.kind()) {
            // blank text says nothing: it is unknown like an absent fact
            case TEXT -> value instanceof String text ? (text.isBlank() ? null : text) : wrong(pointer, "text");
            case NUMBER -> value instanceof Number number ? decimal(number) : wrong(pointer, "a number");
            case BOOLEAN -> value instanceof Boolean ? value : wrong(pointer, "true or false");
            case DATE -> value instanceof LocalDate ? value : date(value, pointer);
            case DATE_TIME -> value instanceof ZonedDateTime ? value : dateTime(value, pointer);
            case RECORD -> value instanceof Map<?, ?> map ? record(type, map, pointer) : wrong(pointer, "an object");
            case DURATION, ANY -> value;
        };
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    private @Nullable Object date(Object value, String pointer) {
        try {
            return value instanceof String text ? LocalDate.parse(text) : wrong(pointer, "a date as in \"2026-01-31\"");
        } catch (DateTimeException e) {
            return wrong(pointer, "a date as in \"2026-01-31\"");
        }
    }

    private @Nullable Object dateTime(Object value, String pointer) {
        String expected = "a date and time with its offset, as in \"2026-01-31T09:00:00Z\"";
        try {
            return value instanceof String text
                    ? OffsetDateTime.parse(text).toZonedDateTime()
                    : wrong(pointer, expected);
        } catch (DateTimeException e) {
            return wrong(pointer, expected);
        }
    }

    private Map<String, @Nullable Object> record(FactType type, Map<?, ?> map, String pointer) {
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        type.components().forEach(component -> read.put(component.name(), null)); // FEEL wants every component there
        map.forEach((key, item) -> {
            String at = pointer + "/" + escaped(String.valueOf(key));
            Optional<FactType> component = type.components().stream()
                    .filter(candidate -> candidate.name().equals(key))
                    .findFirst();
            if (component.isEmpty()) {
                errors.add(new InputError(at, type.name() + " has no component of this name"));
            } else if (item != null) {
                read.put(component.get().name(), value(component.get(), item, at));
            }
        });
        return read;
    }

    private @Nullable Object wrong(String pointer, String expected) {
        errors.add(new InputError(pointer, "must be " + expected));
        return null;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1"); // RFC 6901
    }
}
