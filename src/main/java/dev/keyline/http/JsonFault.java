package dev.keyline.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in the caller's terms why a JSON text could not be read: which place, and what would have been right there. */
public final class JsonFault {
    private static final int SHOWN_CHARACTERS = 60;
    private static final Map<Class<?>, String> EXPECTED = Map.ofEntries(
            Map.entry(String.class, "a text"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(Integer.class, "a whole number"),
            Map.entry(Long.class, "a whole number"),
            Map.entry(BigInteger.class, "a whole number"),
            Map.entry(BigDecimal.class, "a number"),
            Map.entry(Double.class, "a number"),
            Map.entry(UUID.class, "a UUID such as 0190c6a4-7d2b-7c3e-9a51-2f6f1b0a4c11"),
            Map.entry(Instant.class, "an instant such as 2026-03-01T10:00:00Z"),
            Map.entry(OffsetDateTime.class, "an instant such as 2026-03-01T10:00:00Z"),
            Map.entry(LocalDateTime.class, "a date and time such as 2026-03-01T10:00:00"),
            Map.entry(LocalDate.class, "a date such as 2026-03-01"),
            Map.entry(LocalTime.class, "a time of day such as 09:00"),
            Map.entry(ZoneId.class, "a time zone such as Europe/Berlin"),
            Map.entry(Duration.class, "an ISO 8601 duration such as PT30S"));

    /** Knows what the constants of an enum are called in JSON. */
    private static final ObjectMapper WORDS = new ObjectMapper();

    private JsonFault() {}

    /** The same for a part of a body that is read by itself: {@code at} points to the part. */
    public static InputError describe(String at, JsonProcessingException fault) {
        InputError error = describe(fault);
        return new InputError(at + error.pointer(), error.message());
    }

    static InputError describe(JsonProcessingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return new InputError(pointer(unknown), "is not known here; known are " + known(unknown));
        }
        if (fault instanceof ValueInstantiationException refused) {
            return new InputError(pointer(refused), refusal(refused));
        }
        if (fault instanceof MismatchedInputException mismatch && isMissing(mismatch)) {
            return new InputError(pointer(mismatch), "is missing; it must be " + expected(mismatch));
        }
        if (fault instanceof MismatchedInputException mismatch && !isTrailing(mismatch)) {
            return new InputError(pointer(mismatch), "must be " + expected(mismatch) + found(mismatch));
        }
        String pointer = fault instanceof JsonMappingException mapping ? pointer(mapping) : "";
        return new InputError(pointer, "is not valid JSON" + at(fault) + ": " + reason(fault));
    }

    private static boolean isMissing(MismatchedInputException fault) {
        return fault.getOriginalMessage().startsWith("Missing required creator property");
    }

    private static boolean isTrailing(MismatchedInputException fault) {
        return fault.getOriginalMessage().startsWith("Trailing token");
    }

    private static String reason(JsonProcessingException fault) {
        if (fault instanceof MismatchedInputException) {
            return "something follows the end of the value";
        }
        // a text that ends too early is found while a value is mapped, and wrapped once more
        Throwable origin = fault.getCause() instanceof StreamReadException inner ? inner : fault;
        return origin instanceof StreamReadException malformed ? malformed.getOriginalMessage() : "it cannot be read";
    }

    /** RFC 6901, from Jackson's path. */
    static String pointer(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String known(UnrecognizedPropertyException fault) {
        Collection<Object> names = fault.getKnownPropertyIds();
        return names == null || names.isEmpty()
                ? "none"
                : names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    /** A record that checks itself says why in words meant for the caller; any other exception does not. */
    private static String refusal(ValueInstantiationException fault) {
        Throwable cause = fault.getCause();
        String message = cause instanceof IllegalArgumentException ? cause.getMessage() : null;
        return Objects.requireNonNullElse(message, "cannot be taken");
    }

    private static String expected(MismatchedInputException fault) {
        Class<?> type = boxed(fault.getTargetType());
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> WORDS.convertValue(constant, String.class))
                            .collect(Collectors.joining(", "));
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return EXPECTED.getOrDefault(type, "an object");
    }

    private static @Nullable Class<?> boxed(@Nullable Class<?> type) {
        return type != null && type.isPrimitive()
                ? MethodType.methodType(type).wrap().returnType()
                : type;
    }

    private static String found(MismatchedInputException fault) {
        if (fault instanceof InvalidFormatException format && format.getValue() != null) {
            String value = format.getValue().toString();
            String shown = value.length() > SHOWN_CHARACTERS ? value.substring(0, SHOWN_CHARACTERS) + "…" : value;
            return ", and is \"" + shown + "\"";
        }
        return at(fault);
    }

    private static String at(JsonProcessingException fault) {
        JsonLocation location = fault.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
