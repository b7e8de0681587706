package dev.keyline.engine.compiled;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.FilterExpressionNode;
import org.kie.dmn.feel.lang.ast.ForExpressionNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IterationContextNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.forexpressioniterators.ForIteration;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.runtime.Range;

/** FEEL's {@code for}, {@code some}, {@code every} and filters. Each turn is a step. */
final class Loops {
    /** Functions that answer true, false or null, whatever they are given. */
    private static final Set<String> BOOLEAN =
            Set.of("not", "list contains", "contains", "starts with", "ends with", "is", "all", "any", "and", "or");

    private final Expressions expressions;

    Loops(Expressions expressions) {
        this.expressions = expressions;
    }

    Term forEach(ForExpressionNode node, Scope scope) {
        Scope inside = scope.with("partial");
        List<Domain> domains = new ArrayList<>();
        for (IterationContextNode iteration : node.getIterationContexts()) {
            domains.add(new Domain(
                    expressions.of(iteration.getExpression(), inside),
                    iteration.getRangeEndExpr() == null ? null : expressions.of(iteration.getRangeEndExpr(), inside)));
            inside = inside.with(iteration.evaluateName(null));
        }
        Term body = expressions.of(node.getExpression(), inside);
        Domain[] each = domains.toArray(Domain[]::new);
        return (run, env) -> {
            List<@Nullable Object> results = new ArrayList<>();
            return turn(run, new Env(env, results), each, 0, body, results) ? results : null;
        };
    }

    /** Answers false where a domain is none. */
    private static boolean turn(
            Run run, Env env, Domain[] domains, int index, Term body, List<@Nullable Object> results) {
        ForIteration values = domains[index].values(run, env);
        if (values == null) {
            return false;
        }
        while (values.hasNextValue()) {
            run.take(1);
            Env bound = Env.of(env, values.getNextValue());
            if (index == domains.length - 1) {
                results.add(body.value(run, bound));
            } else if (!turn(run, bound, domains, index + 1, body, results)) {
                return false;
            }
        }
        return true;
    }

    /** What a name of a loop runs through. */
    private record Domain(Term start, @Nullable Term end) {
        @Nullable
        ForIteration values(Run run, @Nullable Env env) {
            Object first = start.value(run, env);
            Object last = end == null ? null : end.value(run, env);
            if (last != null) {
                return range(run, first, last);
            }
            if (first == null) {
                return null;
            }
            if (first instanceof Range range) {
                return range(run, range.getStart(), range.getEnd());
            }
            return new ForIteration(
                    "", first instanceof Iterable<?> values ? values : Collections.singletonList(first));
        }

        private static ForIteration range(Run run, @Nullable Object first, @Nullable Object last) {
            if (first instanceof BigDecimal from && last instanceof BigDecimal to) {
                return new ForIteration("", from, to);
            }
            if (first instanceof LocalDate from && last instanceof LocalDate to) {
                return new ForIteration("", from, to);
            }
            throw run.doubt("a range of what cannot be counted");
        }
    }

    Term quantified(QuantifiedExpressionNode node, Scope scope) {
        if (node.getIterationContexts().size() != 1) {
            throw new UntranslatableException("a quantifier over several names");
        }
        IterationContextNode iteration = node.getIterationContexts().get(0);
        Term domain = expressions.of(iteration.getExpression(), scope);
        Term condition = expressions.of(node.getExpression(), scope.with(iteration.evaluateName(null)));
        Boolean decisive = node.getQuantifier().positiveTest();
        return (run, env) -> {
            Object values = domain.value(run, env);
            Iterable<?> items = values instanceof Iterable<?> several ? several : Collections.singletonList(values);
            for (Object item : items) {
                run.take(1);
                Object result = condition.value(run, Env.of(env, item));
                if (result != null && !(result instanceof Boolean)) {
                    throw run.doubt("a condition that is neither true nor false");
                }
                if (decisive.equals(result)) {
                    return decisive;
                }
            }
            return !decisive;
        };
    }

    Term filter(FilterExpressionNode node, Scope scope) {
        Term list = expressions.of(node.getExpression(), scope);
        Term condition = expressions.of(node.getFilter(), scope.withItem());
        Term index = mayBeIndex(node.getFilter(), scope) ? index(node, scope) : null;
        return (run, env) -> {
            Object value = list.value(run, env);
            List<?> items = value instanceof List<?> several ? several : Collections.singletonList(value);
            if (index != null && silently(run, index, env) instanceof Number position) {
                return at(run, items, position.intValue());
            }
            List<@Nullable Object> matching = new ArrayList<>();
            for (Object item : items) {
                run.take(1);
                if (Boolean.TRUE.equals(silently(run, condition, Env.of(env, item)))) {
                    matching.add(item);
                }
            }
            return matching;
        };
    }

    private static @Nullable Object silently(Run run, Term term, @Nullable Env env) {
        boolean before = run.silence(true);
        try {
            return term.value(run, env);
        } finally {
            run.silence(before);
        }
    }

    private static @Nullable Object at(Run run, List<?> items, int position) {
        int index = position > 0 ? position - 1 : items.size() + position;
        if (position == 0 || index < 0 || index >= items.size()) {
            run.note();
            return null;
        }
        return items.get(index);
    }

    /** The engine first works a filter out without any item, and takes a number for a position. */
    private static boolean mayBeIndex(ASTNode filter, Scope scope) {
        return filter.getResultType() != BuiltInType.BOOLEAN && !answersBoolean(filter, scope);
    }

    private static boolean answersBoolean(ASTNode filter, Scope scope) {
        return filter instanceof FunctionInvocationNode call
                && call.getName() instanceof NameRefNode name
                && BOOLEAN.contains(name.getText())
                && scope.find(name.getText()).isUnknown();
    }

    private Term index(FilterExpressionNode node, Scope scope) {
        if (scope.isInFunction() && leavesOpen(node.getFilter(), scope)) {
            throw new UntranslatableException("the filter " + node.getText() + ", which may be a position");
        }
        return leavesOpen(node.getFilter(), scope) ? new Term.Constant(null) : expressions.of(node.getFilter(), scope);
    }

    /** Whether it reads what only an item can have. */
    private static boolean leavesOpen(ASTNode node, Scope scope) {
        if (node instanceof NameRefNode name) {
            return scope.find(name.getText()).isUnknown();
        }
        for (ASTNode child : node.getChildrenNode()) {
            if (child != null && leavesOpen(child, scope)) {
                return true;
            }
        }
        return false;
    }
}
