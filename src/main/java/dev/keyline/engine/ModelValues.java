package dev.keyline.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.runtime.functions.DateAndTimeFunction;
import org.kie.dmn.feel.runtime.functions.DateFunction;
import org.kie.dmn.feel.runtime.functions.DurationFunction;
import org.kie.dmn.feel.runtime.functions.FEELFnResult;
import org.kie.dmn.feel.runtime.functions.TimeFunction;

/**
 * JSON as FEEL's values, by the type that the model gives them. What is not of its type stays what it is: the engine
 * says then what is wrong with it, as it does to anybody.
 */
final class ModelValues {
    /** The one member of an object that stands for the value of the FEEL it holds. */
    private static final String FEEL_MEMBER = "feel";

    private final FEEL feel = FEEL.newInstance(DmnTexts.NO_CLASSES, List.of(new AsOf(), new SafeRegex()));

    @Nullable
    Object read(JsonNode json, @Nullable DMNType type) {
        if (json.isArray()) {
            return list(json, type);
        }
        if (json.isObject()) {
            return isFeel(json, type) ? feel.evaluate(json.get(FEEL_MEMBER).textValue()) : context(json, type);
        }
        if (json.isTextual()) {
            return text(json.textValue(), type);
        }
        if (json.isNumber()) {
            return number(json);
        }
        return json.isBoolean() ? json.booleanValue() : null;
    }

    private List<@Nullable Object> list(JsonNode json, @Nullable DMNType type) {
        List<@Nullable Object> list = new ArrayList<>(json.size());
        json.forEach(item -> list.add(read(item, type)));
        return list;
    }

    private Map<String, @Nullable Object> context(JsonNode json, @Nullable DMNType type) {
        Map<String, DMNType> fields = type == null ? Map.of() : type.getFields();
        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        json.properties()
                .forEach(entry -> context.put(entry.getKey(), read(entry.getValue(), fields.get(entry.getKey()))));
        return context;
    }

    private static boolean isFeel(JsonNode json, @Nullable DMNType type) {
        return json.size() == 1
                && json.path(FEEL_MEMBER).isTextual()
                && (type == null || !type.getFields().containsKey(FEEL_MEMBER));
    }

    private static Object text(String text, @Nullable DMNType type) {
        BuiltInType kind = kind(type);
        if (kind == null) {
            return text;
        }
        FEELFnResult<?> read = switch (kind) {
            case DATE -> DateFunction.INSTANCE.invoke(text);
            case TIME -> TimeFunction.INSTANCE.invoke(text);
            case DATE_TIME -> DateAndTimeFunction.INSTANCE.invoke(text);
            case DURATION -> DurationFunction.INSTANCE.invoke(text);
            default -> FEELFnResult.ofResult(text);
        };
        return read.cata(wrong -> text, value -> value == null ? text : value);
    }

    private static @Nullable BuiltInType kind(@Nullable DMNType type) {
        DMNType base = type;
        while (base != null && base.getBaseType() != null) {
            base = base.getBaseType();
        }
        return base instanceof BaseDMNTypeImpl feel && feel.getFeelType() instanceof BuiltInType builtIn
                ? builtIn
                : null;
    }

    private static BigDecimal number(JsonNode json) {
        return json.decimalValue();
    }
}
