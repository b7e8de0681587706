package dev.keyline.policycase;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares an answer with what a case expects: of an object the components that the case names, of a list all elements. */
final class Differences {
    private Differences() {}

    static void between(String at, @Nullable Object expected, @Nullable Object actual, List<CaseFault> faults) {
        if (expected instanceof Map<?, ?> components && actual instanceof Map<?, ?> values) {
            components.forEach((name, value) -> between(at + "/" + escaped(name), value, values.get(name), faults));
        } else if (expected instanceof List<?> wanted
                && actual instanceof List<?> values
                && wanted.size() == values.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                between(at + "/" + i, wanted.get(i), values.get(i), faults);
            }
        } else if (!Objects.equals(plain(expected), plain(actual))) {
            faults.add(new CaseFault(at, "is " + told(actual) + ", expected " + told(expected), expected, actual));
        }
    }

    private static String escaped(@Nullable Object name) {
        return String.valueOf(name).replace("~", "~0").replace("/", "~1"); // RFC 6901
    }

    private static String told(@Nullable Object value) {
        Object plain = plain(value);
        return plain == null
                ? "nothing"
                : plain instanceof BigDecimal number ? number.toPlainString() : String.valueOf(plain);
    }

    /** 80, 80.0 and 8E+1 are one number. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> plain = new TreeMap<>();
            map.forEach((key, item) -> plain.put(String.valueOf(key), plain(item)));
            return plain;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> plain = new ArrayList<>();
            list.forEach(item -> plain.add(plain(item)));
            return plain;
        }
        return value;
    }
}
