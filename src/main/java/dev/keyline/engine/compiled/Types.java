package dev.keyline.engine.compiled;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.core.compiler.DMNFEELHelper;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.core.impl.CompositeTypeImpl;
import org.kie.dmn.core.impl.SimpleTypeImpl;
import org.kie.dmn.core.util.CoerceUtil;
import org.kie.dmn.feel.lang.impl.MapBackedType;
import org.kie.dmn.feel.lang.types.GenListType;
import org.kie.dmn.feel.runtime.UnaryTest;
import org.kie.dmn.feel.util.NumberEvalHelper;

/** Whether values fit the model's types: as the engine's types say, their allowed values translated. */
final class Types {
    /** A check of one value. */
    interface Check {
        boolean passes(Run run, @Nullable Object value);
    }

    private static final Check ALWAYS = (run, value) -> true;

    private final Function<List<UnaryTest>, Cell @Nullable []> translated;
    private final IdentityHashMap<DMNType, Check> checks = new IdentityHashMap<>();

    /** @param translated the cells of what the engine holds for a type's allowed values; null where they are not known */
    Types(Function<List<UnaryTest>, Cell @Nullable []> translated) {
        this.translated = translated;
    }

    /** The way of a value into a name of a type: a list of one stands for its item, and the other way round. */
    Conversion conversion(@Nullable DMNType type, boolean checked) {
        Check check = type == null || !checked ? ALWAYS : of(type);
        return (run, value) -> {
            Object coerced = CoerceUtil.coerceValue(type, value);
            if (!check.passes(run, coerced)) {
                throw run.doubt("a value of another type");
            }
            return coerced;
        };
    }

    /** What a function's answer goes through. */
    Conversion answer(DMNType type, boolean checked) {
        if (!checked) {
            return Conversion.NONE;
        }
        Check check = of(type);
        return (run, value) -> {
            if (!check.passes(run, value)) {
                throw run.doubt("an answer of another type");
            }
            return !type.isCollection() && value instanceof Collection<?> items && items.size() == 1
                    ? items.iterator().next()
                    : value;
        };
    }

    Check of(DMNType type) {
        Check known = checks.get(type);
        if (known == null) {
            checks.put(type, byEngine(type)); // for a type that holds its own kind
            known = made(type);
            checks.put(type, known);
        }
        return known;
    }

    private static Check byEngine(DMNType type) {
        return (run, value) -> type.isAssignableValue(value);
    }

    private Check made(DMNType type) {
        if (type instanceof SimpleTypeImpl simple) {
            Check byFeel = (run, value) -> simple.getFeelType().isAssignableValue(value);
            return check(
                    simple,
                    simple.getBaseType() == null ? byFeel : of(simple.getBaseType()),
                    simple.isCollection() ? ALWAYS : byFeel);
        }
        if (type instanceof CompositeTypeImpl composite
                && (composite.isCollection()
                        ? composite.getFeelType() instanceof GenListType
                        : composite.getFeelType() instanceof MapBackedType)) {
            Check fields = fields(composite);
            return check(
                    composite,
                    composite.getBaseType() == null ? fields : of(composite.getBaseType()),
                    composite.isCollection() ? ALWAYS : fields);
        }
        return byEngine(type);
    }

    private Check fields(CompositeTypeImpl type) {
        Map<String, DMNType> fields = type.getFields();
        Map<String, Check> made = new LinkedHashMap<>();
        fields.forEach((name, field) -> made.put(name, of(field)));
        return (run, value) -> {
            if (value == null) {
                return true;
            }
            if (!(value instanceof Map<?, ?> context)) {
                throw run.doubt("a Java object for a context");
            }
            for (Map.Entry<String, Check> field : made.entrySet()) {
                Object entry = context.get(field.getKey());
                if ((entry == null && !context.containsKey(field.getKey()))
                        || !field.getValue().passes(run, NumberEvalHelper.coerceNumber(entry))) {
                    return false;
                }
            }
            return true;
        };
    }

    private Check check(BaseDMNTypeImpl type, Check element, Check whole) {
        Check allowed = tests(type.getAllowedValuesFEEL());
        Check constraint = tests(type.getTypeConstraintFEEL());
        boolean free = type.getAllowedValuesFEEL() == null && type.getTypeConstraintFEEL() == null;
        boolean collection = type.isCollection();
        return (run, value) -> {
            if (value == null && free) {
                return true;
            }
            if (value == null && whole != ALWAYS && type instanceof CompositeTypeImpl) {
                return type.isAssignableValue(value);
            }
            if (collection) {
                Collection<?> items =
                        value instanceof Collection<?> several ? several : Collections.singletonList(value);
                for (Object item : items) {
                    if (!element.passes(run, item) || !allowed.passes(run, item)) {
                        return false;
                    }
                }
                return whole.passes(run, items) && constraint.passes(run, items);
            }
            Object one = value instanceof Collection<?> items && items.size() == 1
                    ? items.iterator().next()
                    : value;
            return element.passes(run, one)
                    && allowed.passes(run, one)
                    && whole.passes(run, one)
                    && constraint.passes(run, one);
        };
    }

    private Check tests(@Nullable List<UnaryTest> tests) {
        if (tests == null || tests.isEmpty()) {
            return ALWAYS;
        }
        Cell[] cells = translated.apply(tests);
        if (cells == null) {
            return (run, value) ->
                    DMNFEELHelper.valueMatchesInUnaryTests(tests, NumberEvalHelper.coerceNumber(value), null);
        }
        return (run, value) -> {
            Object tested = NumberEvalHelper.coerceNumber(value);
            for (Cell cell : cells) {
                Boolean holds = cell.test(run, null, tested);
                if (holds == null || holds) {
                    return holds != null;
                }
            }
            return false;
        };
    }
}
