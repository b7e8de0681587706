package dev.keyline.engine.contained;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;

/**
 * Facts on their way to a worker, each of the type it had. What JSON has no type for is an object of one member, named
 * {@code @} and the type; a fact's own member that begins so gets one {@code @} more.
 */
final class Wire {
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private static final Map<String, Function<String, Object>> TYPES = Map.of(
            "@LocalDate", LocalDate::parse,
            "@LocalTime", LocalTime::parse,
            "@OffsetTime", OffsetTime::parse,
            "@LocalDateTime", LocalDateTime::parse,
            "@OffsetDateTime", OffsetDateTime::parse,
            "@ZonedDateTime", ZonedDateTime::parse,
            "@Duration", Duration::parse,
            "@Period", Period::parse,
            "@ComparablePeriod", ComparablePeriod::parse);

    private Wire() {}

    static ObjectNode json(Map<String, ? extends @Nullable Object> facts) {
        ObjectNode json = NODES.objectNode();
        facts.forEach((name, value) -> json.set(escaped(name), json(value)));
        return json;
    }

    private static JsonNode json(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof String text) {
            return NODES.textNode(text);
        }
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        if (value instanceof Number number) {
            return NODES.numberNode(number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString()));
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode json = NODES.objectNode();
            map.forEach((name, item) -> json.set(escaped(String.valueOf(name)), json(item)));
            return json;
        }
        if (value instanceof Collection<?> items) {
            ArrayNode json = NODES.arrayNode(items.size());
            items.forEach(item -> json.add(json(item)));
            return json;
        }
        String type = "@" + value.getClass().getSimpleName();
        if (!TYPES.containsKey(type)) {
            throw new IllegalArgumentException("facts have no values of " + value.getClass());
        }
        return NODES.objectNode()
                .put(type, (value instanceof ComparablePeriod months ? months.asPeriod() : value).toString());
    }

    static Map<String, @Nullable Object> facts(JsonNode json) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        json.properties().forEach(entry -> facts.put(unescaped(entry.getKey()), value(entry.getValue())));
        return facts;
    }

    private static @Nullable Object value(JsonNode json) {
        if (json.isTextual()) {
            return json.textValue();
        }
        if (json.isNumber()) {
            return json.decimalValue();
        }
        if (json.isArray()) {
            List<@Nullable Object> items = new ArrayList<>(json.size());
            json.forEach(item -> items.add(value(item)));
            return items;
        }
        if (json.isObject()) {
            return object(json);
        }
        return json.isBoolean() ? json.booleanValue() : null;
    }

    private static Object object(JsonNode json) {
        if (json.size() == 1) {
            Map.Entry<String, JsonNode> only = json.properties().iterator().next();
            Function<String, Object> type = TYPES.get(only.getKey());
            if (type != null) {
                return type.apply(only.getValue().textValue());
            }
        }
        return facts(json);
    }

    private static String escaped(String name) {
        return name.startsWith("@") ? "@" + name : name;
    }

    private static String unescaped(String name) {
        return name.startsWith("@") ? name.substring(1) : name;
    }
}
