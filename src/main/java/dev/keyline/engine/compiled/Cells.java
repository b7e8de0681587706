package dev.keyline.engine.compiled;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.DashNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.dialectHandlers.DefaultDialectHandler;
import org.kie.dmn.feel.runtime.Range;

/** FEEL's unary tests. */
final class Cells {
    private static final String TESTED = "?";

    private final Expressions expressions;

    Cells(Expressions expressions) {
        this.expressions = expressions;
    }

    /** The tests of a cell. */
    Cell[] all(ASTNode node, Scope scope) {
        if (!(node instanceof UnaryTestListNode tests)) {
            throw new UntranslatableException("the tests " + node.getText());
        }
        List<Cell> cells = new ArrayList<>();
        for (BaseNode element : tests.getElements()) {
            cells.add(element(element, scope));
        }
        Cell[] each = cells.toArray(Cell[]::new);
        return tests.isNegated() ? new Cell[] {noneOf(each)} : each;
    }

    private Cell element(BaseNode node, Scope scope) {
        if (node instanceof DashNode) {
            return Cell.ANY;
        }
        if (node instanceof UnaryTestNode test) {
            return of(test, scope);
        }
        throw new UntranslatableException("the test " + node.getText());
    }

    private static Cell noneOf(Cell[] cells) {
        return (run, env, value) -> {
            for (Cell cell : cells) {
                Boolean holds = cell.test(run, env, value);
                if (holds == null) {
                    throw run.doubt("a negated test that is neither true nor false");
                }
                if (holds) {
                    return Boolean.FALSE;
                }
            }
            return Boolean.TRUE;
        };
    }

    Cell of(UnaryTestNode node, Scope scope) {
        boolean readsTested = readsTested(node.getValue());
        Term term = expressions.of(node.getValue(), readsTested ? scope.with(TESTED) : scope);
        Term operand = readsTested ? term : null;
        Operand right = operand == null
                ? (run, env, value) -> term.value(run, env)
                : (run, env, value) -> operand.value(run, Env.of(env, value));
        return switch (node.getOperator()) {
            case EQ ->
                constant(term).orElseGet(() -> (run, env, value) -> equal(run, value, right.of(run, env, value)));
            case NE -> (run, env, value) -> !equal(run, value, right.of(run, env, value));
            case IN -> (run, env, value) -> value == null ? Boolean.FALSE : in(run, value, right.of(run, env, value));
            case LT -> comparison(InfixOperator.LT, right);
            case LTE -> comparison(InfixOperator.LTE, right);
            case GT -> comparison(InfixOperator.GT, right);
            case GTE -> comparison(InfixOperator.GTE, right);
            case TEST -> (run, env, value) -> truth(run, right.of(run, env, value));
            case NOT -> throw new UntranslatableException("the test " + node.getText());
        };
    }

    /** The right side of a test. */
    private interface Operand {
        @Nullable
        Object of(Run run, @Nullable Env env, @Nullable Object value);
    }

    /** Most cells of most tables compare with a text or a truth. */
    private static Optional<Cell> constant(Term term) {
        if (term instanceof Term.Constant constant
                && (constant.held() instanceof String || constant.held() instanceof Boolean)) {
            Object wanted = constant.held();
            return Optional.of((run, env, value) -> {
                boolean alike = value == null || value.getClass() == wanted.getClass();
                return alike ? wanted.equals(value) : equal(run, value, wanted);
            });
        }
        return java.util.Optional.empty();
    }

    private static Cell comparison(InfixOperator operator, Operand right) {
        Operators.Binary compare = Operators.binary(operator);
        return (run, env, value) ->
                compare.apply(run, value, right.of(run, env, value)) instanceof Boolean holds ? holds : Boolean.FALSE;
    }

    private static Boolean truth(Run run, @Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        run.note();
        return Boolean.FALSE;
    }

    private static @Nullable Boolean in(Run run, Object value, @Nullable Object right) {
        if (right instanceof Range range) {
            return Ranges.includes(run, range, value);
        }
        Guard.admitOperands(run, value, right);
        return right instanceof Collection<?> items && items.contains(value);
    }

    private static boolean equal(Run run, @Nullable Object value, @Nullable Object right) {
        Guard.admitOperands(run, value, right);
        if (!(right instanceof Collection<?> several)) {
            return same(value, right);
        }
        if (!(value instanceof Collection<?> values)) {
            return several.stream().anyMatch(one -> same(one, value));
        }
        if (values.size() != several.size()) {
            return false;
        }
        Iterator<?> others = several.iterator();
        return values.stream().allMatch(one -> same(one, others.next()));
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == other;
        }
        if (one instanceof BigDecimal left && other instanceof BigDecimal right) {
            return left.compareTo(right) == 0;
        }
        return Boolean.TRUE.equals(DefaultDialectHandler.isEqual(one, other, () -> Boolean.FALSE, () -> Boolean.FALSE));
    }

    private static boolean readsTested(ASTNode node) {
        if (node instanceof NameRefNode name && name.getText().equals(TESTED)) {
            return true;
        }
        for (ASTNode child : node.getChildrenNode()) {
            if (child != null && readsTested(child)) {
                return true;
            }
        }
        return false;
    }
}
