package dev.keyline.engine.compiled;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.runtime.Range;
import org.kie.dmn.feel.runtime.impl.RangeImpl;
import org.kie.dmn.feel.runtime.impl.UndefinedValueComparable;
import org.kie.dmn.feel.util.BooleanEvalHelper;

/** FEEL's ranges, and {@code in}. */
final class Ranges {
    private final Expressions expressions;
    private final Cells cells;

    Ranges(Expressions expressions) {
        this.expressions = expressions;
        this.cells = new Cells(expressions);
    }

    Cells cells() {
        return cells;
    }

    Term range(RangeNode node, Scope scope) {
        Term start = expressions.of(node.getStart(), scope);
        Term end = expressions.of(node.getEnd(), scope);
        Range.RangeBoundary low = boundary(node.getLowerBound());
        Range.RangeBoundary high = boundary(node.getUpperBound());
        if (start instanceof Term.Constant first && end instanceof Term.Constant last) {
            Range constant = made(low, first.held(), last.held(), high);
            if (constant != null) {
                return new Term.Constant(constant);
            }
        }
        return (run, env) -> {
            Object first = start.value(run, env);
            Object last = end.value(run, env);
            if (first == null || last == null) {
                return null;
            }
            Range made = made(low, first, last, high);
            if (made == null) {
                throw run.doubt("a range of other than numbers, texts and dates, or one that descends");
            }
            return made;
        };
    }

    private static Range.RangeBoundary boundary(RangeNode.IntervalBoundary boundary) {
        return boundary == RangeNode.IntervalBoundary.OPEN ? Range.RangeBoundary.OPEN : Range.RangeBoundary.CLOSED;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Range made(
            Range.RangeBoundary low, @Nullable Object first, @Nullable Object last, Range.RangeBoundary high) {
        if (!(first instanceof Comparable<?> start) || !(last instanceof Comparable<?> end)) {
            return null;
        }
        boolean open = first instanceof UndefinedValueComparable || last instanceof UndefinedValueComparable;
        return open || (first.getClass() == last.getClass() && ((Comparable<Object>) start).compareTo(end) <= 0)
                ? new RangeImpl(low, start, end, high)
                : null;
    }

    /** Whether a range holds a value; null where the engine says so. */
    static @Nullable Boolean includes(Run run, Range range, @Nullable Object value) {
        if (value instanceof BigDecimal number
                && isNumberOrOpen(range.getLowEndPoint())
                && isNumberOrOpen(range.getHighEndPoint())
                && range.getLowEndPoint() != range.getHighEndPoint()) {
            return isAbove(number, range) && isBelow(number, range);
        }
        return range.includes(run.context, value);
    }

    private static boolean isNumberOrOpen(@Nullable Object end) {
        return end instanceof BigDecimal || end instanceof UndefinedValueComparable;
    }

    private static boolean isAbove(BigDecimal number, Range range) {
        return !(range.getLowEndPoint() instanceof BigDecimal low)
                || number.compareTo(low) >= (range.getLowBoundary() == Range.RangeBoundary.CLOSED ? 0 : 1);
    }

    private static boolean isBelow(BigDecimal number, Range range) {
        return !(range.getHighEndPoint() instanceof BigDecimal high)
                || high.compareTo(number) >= (range.getHighBoundary() == Range.RangeBoundary.CLOSED ? 0 : 1);
    }

    Term in(InNode node, Scope scope) {
        Term value = expressions.of(node.getValue(), scope);
        List<BaseNode> tests = node.getExprs() instanceof ListNode list
                ? list.getElements()
                : node.getExprs() instanceof UnaryTestListNode list && !list.isNegated()
                        ? list.getElements()
                        : List.of();
        if (tests.isEmpty()) {
            Term of = expressions.of(node.getExprs(), scope);
            return (run, env) -> in(run, value.value(run, env), of.value(run, env));
        }
        List<Cell> each = new ArrayList<>();
        for (BaseNode test : tests) {
            if (test instanceof UnaryTestNode unary) {
                each.add(cells.of(unary, scope));
            } else {
                Term of = expressions.of(test, scope);
                each.add((run, env, tested) -> isOne(run, tested, of.value(run, env)));
            }
        }
        Cell any = Cell.anyOf(each.toArray(Cell[]::new));
        return (run, env) -> any.test(run, env, value.value(run, env));
    }

    private static @Nullable Object in(Run run, @Nullable Object value, @Nullable Object of) {
        if (of == null) {
            run.note();
            return null;
        }
        if (!(of instanceof Iterable<?> several)) {
            return isOne(run, value, of);
        }
        for (Object one : several) {
            run.take(1);
            if (Boolean.TRUE.equals(isOne(run, value, one))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Boolean isOne(Run run, @Nullable Object value, @Nullable Object one) {
        if (one == null) {
            return value == null;
        }
        if (one instanceof Range range) {
            return includes(run, range, value);
        }
        if (value == null) {
            return false;
        }
        Guard.admitOperands(run, value, one);
        return BooleanEvalHelper.isEqualsStringCompare(value, one);
    }
}
