package dev.keyline.engine.compiled;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what nobody vouches for from asking the engine's functions for more than they can be counted for: lists that share
 * their items are small, and endless to whoever walks through them.
 */
final class Guard {
    /** Functions that take time and memory by the sizes of their arguments only, as {@link #admit} lets these in. */
    static final Set<String> TAME = Set.of(
            "abs",
            "and",
            "append",
            "ceiling",
            "concatenate",
            "contains",
            "count",
            "date",
            "date and time",
            "day of week",
            "decimal",
            "distinct values",
            "duration",
            "ends with",
            "flatten",
            "floor",
            "get value",
            "index of",
            "list contains",
            "lower case",
            "max",
            "mean",
            "min",
            "modulo",
            "month of year",
            "not",
            "now",
            "number",
            "reverse",
            "round down",
            "round half down",
            "round half up",
            "round up",
            "sort",
            "starts with",
            "string",
            "string join",
            "string length",
            "substring",
            "substring after",
            "substring before",
            "sublist",
            "sum",
            "time",
            "today",
            "upper case",
            "week of year",
            "years and months duration");

    private static final Set<String> WALKING =
            Set.of("distinct values", "flatten", "index of", "list contains", "string", "string join", "sum", "mean");

    /** Values that an answer may hold, shared ones counted each time. */
    private static final int MOST_VALUES = 100_000;

    private static final int DEEPEST = 64;

    private Guard() {}

    /** Counts a function's arguments and refuses those that hide more. */
    static void admit(Run run, String function, @Nullable Object[] arguments) {
        if (!run.isGuarded()) {
            return;
        }
        for (Object argument : arguments) {
            if (argument instanceof BigDecimal number) {
                run.product(number);
            }
            if (WALKING.contains(function)) {
                long weight = weight(run, argument);
                run.take(
                        function.equals("distinct values")
                                ? weight * weight / 16
                                : weight); // it compares each with each
            } else {
                run.made(argument);
            }
        }
    }

    static void admitOperands(Run run, @Nullable Object left, @Nullable Object right) {
        if (run.isGuarded()) {
            run.take((long) weight(run, left) + weight(run, right));
        }
    }

    /** Values in a value, those that are shared counted each time: what it takes to walk through it. */
    static int weight(Run run, @Nullable Object value) {
        return weight(run, value, 0, 0);
    }

    private static int weight(Run run, @Nullable Object value, int before, int depth) {
        int weight = before + 1;
        if (weight > MOST_VALUES || depth > DEEPEST) {
            throw run.doubt("a value holds too much");
        }
        if (value instanceof Map<?, ?> context) {
            for (Object entry : context.values()) {
                weight = weight(run, entry, weight, depth + 1);
            }
        } else if (value instanceof Collection<?> items) {
            for (Object item : items) {
                weight = weight(run, item, weight, depth + 1);
            }
        } else if (value instanceof String text) {
            weight += text.length() / 16;
        }
        return weight;
    }
}
