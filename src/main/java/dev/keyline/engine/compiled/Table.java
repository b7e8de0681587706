package dev.keyline.engine.compiled;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.runtime.decisiontables.HitPolicy;

/**
 * A decision table. Its inputs are worked out once; the engine does so for every row.
 *
 * @param outputs in the order of the columns
 */
record Table(HitPolicy policy, List<Input> inputs, List<Row> rows, List<Output> outputs) implements Term {
    /**
     * A column that is tested.
     *
     * @param allowed what it may be; a value that is none of them is taken for none
     * @param collection whether each item of a list is to be allowed
     */
    record Input(Term value, @Nullable Cell allowed, boolean collection) {
        @Nullable
        Object of(Run run, @Nullable Env env) {
            Object value = value().value(run, env);
            Cell test = allowed();
            if (test == null) {
                return value;
            }
            Collection<?> tested =
                    collection() && value instanceof Collection<?> items ? items : Collections.singletonList(value);
            for (Object item : tested) {
                if (!Boolean.TRUE.equals(test.test(run, env, item))) {
                    return null;
                }
            }
            return value;
        }
    }

    /** A row: a cell for each input, a term for each output. */
    record Row(String id, List<Cell> cells, List<Term> outputs) {
        boolean matches(Run run, @Nullable Env env, @Nullable Object[] values) {
            for (int i = 0; i < cells.size(); i++) {
                if (!Boolean.TRUE.equals(cells.get(i).test(run, env, values[i]))) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * A column that is answered.
     *
     * @param type null where the model's types are not checked
     */
    record Output(
            @Nullable String name,
            @Nullable Type type,
            boolean collection,
            @Nullable Cell allowed) {
        void check(Run run, @Nullable Env env, @Nullable Object value) {
            if (collection() && value instanceof Collection<?> items) {
                items.forEach(item -> checkOne(run, env, item));
            } else {
                checkOne(run, env, value);
            }
        }

        private void checkOne(Run run, @Nullable Env env, @Nullable Object value) {
            Type wanted = type();
            Cell test = allowed();
            if ((wanted != null && wanted != BuiltInType.UNKNOWN && !wanted.isAssignableValue(value))
                    || (test != null && !Boolean.TRUE.equals(test.test(run, env, value)))) {
                throw run.doubt("an output that is not allowed");
            }
        }
    }

    @Override
    public @Nullable Object value(Run run, @Nullable Env env) {
        run.take(rows.size());
        @Nullable Object[] values = new @Nullable Object[inputs.size()];
        for (int i = 0; i < inputs.size(); i++) {
            values[i] = inputs.get(i).of(run, env);
        }
        List<Row> matches = new ArrayList<>(1);
        for (Row row : rows) {
            if (row.matches(run, env, values)) {
                matches.add(row);
            }
        }
        if (matches.isEmpty()) {
            if (policy.getDefaultValue() == null) {
                throw run.doubt("no row matches");
            }
            return policy.getDefaultValue();
        }
        List<@Nullable Object> results = new ArrayList<>(matches.size());
        for (Row row : policy == HitPolicy.FIRST ? matches.subList(0, 1) : matches) {
            results.add(result(run, env, row));
        }
        Object answer = answer(run, matches, results);
        select(run, matches);
        return answer;
    }

    private @Nullable Object result(Run run, @Nullable Env env, Row row) {
        if (outputs.size() == 1) {
            Object value = row.outputs().get(0).value(run, env);
            outputs.get(0).check(run, env, value);
            return value;
        }
        Map<String, @Nullable Object> result = new HashMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            Object value = row.outputs().get(i).value(run, env);
            outputs.get(i).check(run, env, value);
            result.put(outputs.get(i).name(), value);
        }
        return result;
    }

    private @Nullable Object answer(Run run, List<Row> matches, List<@Nullable Object> results) {
        return switch (policy) {
            case UNIQUE -> {
                if (matches.size() > 1) {
                    throw run.doubt("several rows of a table match of which one may");
                }
                yield results.get(0);
            }
            case FIRST -> results.get(0);
            case ANY -> {
                if (results.stream().distinct().count() > 1) {
                    throw run.doubt("rows that match answer differently");
                }
                yield results.get(0);
            }
            case COLLECT, RULE_ORDER -> results;
            default -> throw run.doubt("a hit policy of the engine's");
        };
    }

    private void select(Run run, List<Row> matches) {
        Stream<Row> selected = policy == HitPolicy.COLLECT || policy == HitPolicy.RULE_ORDER
                ? matches.stream()
                : matches.stream().limit(1);
        run.selected.addAll(selected.map(Row::id).collect(Collectors.toList()));
    }

    /** Those that are translated; the others are left to the engine. */
    static boolean isKnown(HitPolicy policy) {
        return switch (policy) {
            case UNIQUE, FIRST, ANY, COLLECT, RULE_ORDER -> true;
            default -> false;
        };
    }
}
