package dev.keyline.engine.compiled;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.chrono.ChronoPeriod;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.runtime.Range;
import org.kie.dmn.feel.util.EvalHelper;
import org.kie.dmn.feel.util.NumberEvalHelper;

/** What names and paths lead to. The engine's last resort, getters of Java objects, is left to the engine. */
final class Names {
    private static final Object NONE = new Object();

    private Names() {}

    static Term read(Scope.Found found, String name) {
        Term outer = outer(found);
        if (found.items().isEmpty()) {
            return outer;
        }
        Entry entry = Entry.of(name);
        int[] items = found.items().stream().mapToInt(Integer::intValue).toArray();
        return (run, env) -> {
            for (int steps : items) {
                Object own = entry.of(run, Env.at(env, steps).value());
                if (own != NONE) {
                    return own;
                }
            }
            return outer.value(run, env);
        };
    }

    private static Term outer(Scope.Found found) {
        if (found.isLocal()) {
            int steps = found.steps();
            return steps == 0
                    ? (run, env) -> Env.at(env, 0).value()
                    : (run, env) -> Env.at(env, steps).value();
        }
        Term global = found.global();
        return global != null
                ? global
                : (run, env) -> {
                    throw run.doubt("a name that only the engine may find");
                };
    }

    /** A call of a function whose name is, at most, no entry of an item. */
    static Term unlessHidden(Term call, Scope.Found found, String name) {
        Entry entry = Entry.of(name);
        int[] items = found.items().stream().mapToInt(Integer::intValue).toArray();
        return (run, env) -> {
            for (int steps : items) {
                if (entry.of(run, Env.at(env, steps).value()) != NONE) {
                    throw run.doubt("an entry that is named like a function");
                }
            }
            return call.value(run, env);
        };
    }

    /**
     * An item's entry of a name.
     *
     * @param plain the kinds of items that certainly have none
     */
    private record Entry(String name, Set<Class<?>> plain) {
        static Entry of(String name) {
            String normal = Scope.normal(name);
            return new Entry(
                    normal,
                    Stream.of(String.class, BigDecimal.class, Boolean.class)
                            .filter(kind -> EvalHelper.getGenericAccessor(kind, normal) == null)
                            .collect(Collectors.toUnmodifiableSet()));
        }

        /** Its value, or NONE. */
        @Nullable
        Object of(Run run, @Nullable Object item) {
            if (item == null || plain.contains(item.getClass())) {
                return NONE;
            }
            if (item instanceof Map<?, ?> context) {
                Object value = context.get(name);
                return value != null || context.containsKey(name) ? NumberEvalHelper.coerceNumber(value) : NONE;
            }
            if (hasFeelProperties(item)) {
                EvalHelper.PropertyValueResult defined = EvalHelper.getDefinedValue(item, name);
                return defined.isDefined() ? defined.getValueResult().getOrElse(null) : NONE;
            }
            throw run.doubt("a getter of a Java object");
        }
    }

    static @Nullable Object property(Run run, @Nullable Object holder, String name) {
        if (holder == null) {
            return null;
        }
        if (holder instanceof Map<?, ?> context) {
            return NumberEvalHelper.coerceNumber(context.get(name));
        }
        if (hasFeelProperties(holder)) {
            return EvalHelper.getValue(holder, name);
        }
        throw run.doubt("a getter of a Java object");
    }

    /** The entry of one, or of each of several. */
    static @Nullable Object path(Run run, @Nullable Object holder, String name) {
        if (!(holder instanceof Collection<?> items)) {
            return property(run, holder, name);
        }
        run.take(items.size());
        List<@Nullable Object> values = new ArrayList<>(items.size());
        for (Object item : items) {
            values.add(property(run, item, name));
        }
        return values;
    }

    private static boolean hasFeelProperties(Object holder) {
        return holder instanceof TemporalAccessor
                || holder instanceof Duration
                || holder instanceof ChronoPeriod
                || holder instanceof Range;
    }
}
