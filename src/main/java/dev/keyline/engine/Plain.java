package dev.keyline.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.Range;
import org.kie.dmn.feel.runtime.functions.StringFunction;
import org.kie.dmn.feel.util.TypeUtil;

/** FEEL's values as JSON has them. */
final class Plain {
    private Plain() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof BigDecimal number) {
            return withoutTrailingZeros(number);
        }
        if (value instanceof Number number) {
            return withoutTrailingZeros(new BigDecimal(number.toString()));
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof Collection<?> items) {
            List<@Nullable Object> list = new ArrayList<>(items.size());
            items.forEach(item -> list.add(of(item)));
            return list;
        }
        return text(value);
    }

    /** As FEEL writes it, so that FEEL can read it again: dates, times, durations, ranges. */
    private static String text(Object value) {
        if (value instanceof FEELFunction function) {
            throw new NotPlainException("a function (" + function.getName() + ") has no JSON");
        }
        return value instanceof Range range
                ? TypeUtil.formatRange(range, false)
                : StringFunction.INSTANCE.invoke(value).getOrElse(value.toString());
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> map) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        map.forEach((key, entry) -> plain.put(String.valueOf(key), of(entry)));
        return plain;
    }

    private static BigDecimal withoutTrailingZeros(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
