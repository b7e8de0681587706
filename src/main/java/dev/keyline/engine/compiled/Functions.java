package dev.keyline.engine.compiled;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.functions.BuiltInFunctions;
import org.kie.dmn.feel.runtime.functions.ConcatenateFunction;
import org.kie.dmn.feel.runtime.functions.DayOfWeekFunction;
import org.kie.dmn.feel.runtime.functions.DistinctValuesFunction;
import org.kie.dmn.feel.runtime.functions.FEELFnResult;
import org.kie.dmn.feel.runtime.functions.FlattenFunction;
import org.kie.dmn.feel.runtime.functions.GetValueFunction;
import org.kie.dmn.feel.runtime.functions.IndexOfFunction;
import org.kie.dmn.feel.runtime.functions.ListContainsFunction;
import org.kie.dmn.feel.runtime.functions.MaxFunction;
import org.kie.dmn.feel.runtime.functions.MeanFunction;
import org.kie.dmn.feel.runtime.functions.MinFunction;
import org.kie.dmn.feel.runtime.functions.ModuloFunction;
import org.kie.dmn.feel.runtime.functions.RoundHalfUpFunction;
import org.kie.dmn.feel.runtime.functions.SortFunction;
import org.kie.dmn.feel.runtime.functions.StringFunction;
import org.kie.dmn.feel.runtime.functions.StringJoinFunction;
import org.kie.dmn.feel.runtime.functions.SumFunction;
import org.kie.dmn.feel.runtime.functions.YearsAndMonthsFunction;

/**
 * FEEL's functions: always the engine's own objects. Those that policies use much are called directly where their
 * arguments leave no choice of what is called; the engine looks through an object's methods at every call.
 */
final class Functions {
    /** A direct call, or null where the engine has to choose. */
    private interface Direct {
        @Nullable
        FEELFnResult<?> call(Run run, @Nullable Object[] arguments);
    }

    private static final Map<String, Direct> DIRECT = new HashMap<>();

    static {
        DIRECT.put("count", list(each -> FEELFnResult.ofResult(BigDecimal.valueOf(each.size()))));
        DIRECT.put("flatten", list(FlattenFunction.INSTANCE::invoke));
        DIRECT.put("distinct values", list(DistinctValuesFunction.INSTANCE::invoke));
        DIRECT.put("min", numbers(MinFunction.INSTANCE::invoke));
        DIRECT.put("max", numbers(MaxFunction.INSTANCE::invoke));
        DIRECT.put("sum", numbers(SumFunction.INSTANCE::invoke));
        DIRECT.put("mean", numbers(MeanFunction.INSTANCE::invoke));
        DIRECT.put("string", Functions::string);
        DIRECT.put("string join", Functions::stringJoin);
        DIRECT.put("list contains", listAndScalar(ListContainsFunction.INSTANCE::invoke));
        DIRECT.put("index of", listAndScalar(IndexOfFunction.INSTANCE::invoke));
        DIRECT.put("concatenate", Functions::concatenate);
        DIRECT.put("sort", Functions::sort);
        DIRECT.put(
                "not",
                (run, given) ->
                        given.length == 1 && given[0] instanceof Boolean truth ? FEELFnResult.ofResult(!truth) : null);
        DIRECT.put(
                "get value",
                (run, given) ->
                        given.length == 2 && given[0] instanceof Map<?, ?> context && given[1] instanceof String key
                                ? GetValueFunction.INSTANCE.invoke(context, key)
                                : null);
        DIRECT.put(
                "round half up",
                (run, given) -> given.length == 2
                                && given[0] instanceof BigDecimal number
                                && given[1] instanceof BigDecimal scale
                        ? RoundHalfUpFunction.INSTANCE.invoke(number, scale)
                        : null);
        DIRECT.put(
                "modulo",
                (run, given) -> given.length == 2
                                && given[0] instanceof BigDecimal dividend
                                && given[1] instanceof BigDecimal divisor
                                && divisor.signum() != 0
                        ? ModuloFunction.INSTANCE.invoke(dividend, divisor)
                        : null);
        DIRECT.put(
                "years and months duration",
                (run, given) ->
                        given.length == 2 && given[0] instanceof LocalDate from && given[1] instanceof LocalDate to
                                ? YearsAndMonthsFunction.INSTANCE.invoke(from, to)
                                : null);
        DIRECT.put(
                "day of week",
                (run, given) -> given.length == 1 && given[0] instanceof LocalDate day
                        ? DayOfWeekFunction.INSTANCE.invoke(day)
                        : null);
    }

    private final Map<String, FEELFunction> byName = new HashMap<>();
    private final Map<String, FEELFunction> builtIn = new HashMap<>();

    /** @param own functions that stand in for the engine's of the same names */
    Functions(Collection<FEELFunction> own) {
        Stream.of(BuiltInFunctions.getFunctions()).forEach(function -> builtIn.put(function.getName(), function));
        byName.putAll(builtIn);
        own.forEach(function -> byName.put(function.getName(), function));
    }

    /** What calls a function, from anywhere. */
    interface Invocation {
        @Nullable
        Object call(Run run, @Nullable Object[] arguments);
    }

    /** @throws UntranslatableException when there is none of that name */
    Invocation find(String name) {
        FEELFunction function = byName.get(name);
        if (function == null) {
            throw new UntranslatableException("the function " + name);
        }
        Direct direct = function == builtIn.get(name) ? DIRECT.get(name) : null;
        return (run, arguments) -> {
            Guard.admit(run, name, arguments);
            FEELFnResult<?> answer = direct == null ? null : direct.call(run, arguments);
            return answer == null
                    ? run.unlessDoubted(function.invokeReflectively(run.context, arguments))
                    : run.answer(answer);
        };
    }

    private interface OnList {
        FEELFnResult<?> call(List<?> list);
    }

    private static Direct list(OnList function) {
        return (run, given) -> given.length == 1 && given[0] instanceof List<?> list ? function.call(list) : null;
    }

    /** One list, or the numbers themselves. */
    private static Direct numbers(OnList function) {
        return (run, given) -> {
            if (given.length == 1 && given[0] instanceof List<?> list) {
                return function.call(list);
            }
            return given.length > 1 && Stream.of(given).allMatch(BigDecimal.class::isInstance)
                    ? function.call(List.of(given))
                    : null;
        };
    }

    private interface OnListAndScalar {
        FEELFnResult<?> call(List<?> list, Object scalar);
    }

    private static Direct listAndScalar(OnListAndScalar function) {
        return (run, given) -> given.length == 2
                        && given[0] instanceof List<?> list
                        && given[1] != null
                        && !(given[1] instanceof Collection<?>)
                ? function.call(list, given[1])
                : null;
    }

    private static @Nullable FEELFnResult<?> string(Run run, @Nullable Object[] given) {
        return given.length == 1
                        && (given[0] instanceof BigDecimal
                                || given[0] instanceof LocalDate
                                || given[0] instanceof Boolean)
                ? StringFunction.INSTANCE.invoke(given[0])
                : null;
    }

    private static @Nullable FEELFnResult<?> stringJoin(Run run, @Nullable Object[] given) {
        return given.length == 2 && given[0] instanceof List<?> list && given[1] instanceof String delimiter
                ? StringJoinFunction.INSTANCE.invoke(list, delimiter)
                : null;
    }

    private static @Nullable FEELFnResult<?> concatenate(Run run, @Nullable Object[] given) {
        return given.length > 1 && Stream.of(given).allMatch(List.class::isInstance)
                ? ConcatenateFunction.INSTANCE.invoke(given)
                : null;
    }

    private static @Nullable FEELFnResult<?> sort(Run run, @Nullable Object[] given) {
        return given.length == 2 && given[0] instanceof List<?> list && given[1] instanceof FunctionValue precedes
                ? SortFunction.INSTANCE.invoke(run.context, list, precedes)
                : null;
    }
}
