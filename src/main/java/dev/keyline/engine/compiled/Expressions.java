package dev.keyline.engine.compiled;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BetweenNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.ContextEntryNode;
import org.kie.dmn.feel.lang.ast.ContextNode;
import org.kie.dmn.feel.lang.ast.FilterExpressionNode;
import org.kie.dmn.feel.lang.ast.ForExpressionNode;
import org.kie.dmn.feel.lang.ast.FunctionDefNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.TemporalConstantNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;
import org.kie.dmn.feel.runtime.impl.UndefinedValueComparable;

/** FEEL, as the engine has parsed it, to terms. */
final class Expressions {
    private static final UndefinedValueComparable OPEN_END = new UndefinedValueComparable();

    /** A term works out what stands in it by a call. */
    private static final int DEEPEST = 200;

    private final Loops loops = new Loops(this);
    private final Ranges ranges = new Ranges(this);
    private final Calls calls;
    private int depth;

    Expressions(Functions functions) {
        this.calls = new Calls(this, functions);
    }

    /** Whether every function that has been translated so far is one whose cost can be counted. */
    boolean isTame() {
        return calls.isTame();
    }

    Ranges ranges() {
        return ranges;
    }

    Term of(@Nullable ASTNode node, Scope scope) {
        if (++depth > DEEPEST) {
            throw new UntranslatableException("expressions that stand too deep in each other");
        }
        try {
            return simple(node, scope);
        } finally {
            depth--;
        }
    }

    private Term simple(@Nullable ASTNode node, Scope scope) {
        if (node instanceof NumberNode number) {
            return new Term.Constant(number.getValue());
        }
        if (node instanceof StringNode text) {
            return new Term.Constant(text.getValue());
        }
        if (node instanceof BooleanNode truth) {
            return new Term.Constant(truth.getValue());
        }
        if (node instanceof NullNode) {
            return new Term.Constant(null);
        }
        if (node instanceof UndefinedValueNode) {
            return new Term.Constant(OPEN_END);
        }
        if (node instanceof TemporalConstantNode constant) {
            return new Term.Constant(constant.getValue());
        }
        if (node instanceof NameRefNode name) {
            return name(name.getText(), scope);
        }
        if (node instanceof QualifiedNameNode name) {
            return path(name, scope);
        }
        if (node instanceof PathExpressionNode path) {
            return path(path, scope);
        }
        return operation(node, scope);
    }

    private Term operation(@Nullable ASTNode node, Scope scope) {
        if (node instanceof InfixOpNode infix) {
            return Operators.of(infix.getOperator(), of(infix.getLeft(), scope), of(infix.getRight(), scope));
        }
        if (node instanceof IfExpressionNode choice) {
            return choice(choice, scope);
        }
        if (node instanceof SignedUnaryNode signed) {
            return signed(signed, scope);
        }
        if (node instanceof BetweenNode between) {
            return between(between, scope);
        }
        if (node instanceof InNode in) {
            return ranges.in(in, scope);
        }
        if (node instanceof RangeNode range) {
            return ranges.range(range, scope);
        }
        return structure(node, scope);
    }

    private Term structure(@Nullable ASTNode node, Scope scope) {
        if (node instanceof ListNode list) {
            return list(list, scope);
        }
        if (node instanceof ContextNode context) {
            return context(context, scope);
        }
        if (node instanceof FilterExpressionNode filter) {
            return loops.filter(filter, scope);
        }
        if (node instanceof ForExpressionNode loop) {
            return loops.forEach(loop, scope);
        }
        if (node instanceof QuantifiedExpressionNode quantified) {
            return loops.quantified(quantified, scope);
        }
        if (node instanceof FunctionInvocationNode call) {
            return calls.call(call, scope);
        }
        if (node instanceof FunctionDefNode function) {
            return calls.definition(function, scope);
        }
        throw new UntranslatableException(
                node == null
                        ? "an expression that was not parsed"
                        : node.getClass().getSimpleName() + " " + node.getText());
    }

    private static Term name(String name, Scope scope) {
        Scope.Found found = scope.find(name);
        if (found.isUnknown() && found.items().isEmpty()) {
            throw new UntranslatableException("the name " + name);
        }
        return Names.read(found, name);
    }

    private static Term path(QualifiedNameNode node, Scope scope) {
        Term term = name(node.getParts().get(0).getText(), scope);
        for (NameRefNode part : node.getParts().subList(1, node.getParts().size())) {
            term = entry(term, Scope.normal(part.getText()));
        }
        return term;
    }

    private Term path(PathExpressionNode node, Scope scope) {
        Term holder = of(node.getExpression(), scope);
        if (node.getName() instanceof NameRefNode name) {
            return entry(holder, name.getText());
        }
        throw new UntranslatableException("the path " + node.getText());
    }

    private static Term entry(Term holder, String name) {
        return (run, env) -> Names.path(run, holder.value(run, env), name);
    }

    private Term choice(IfExpressionNode node, Scope scope) {
        Term condition = of(node.getCondition(), scope);
        Term then = of(node.getThenExpression(), scope);
        Term otherwise = of(node.getElseExpression(), scope);
        return (run, env) ->
                Boolean.TRUE.equals(condition.value(run, env)) ? then.value(run, env) : otherwise.value(run, env);
    }

    private Term signed(SignedUnaryNode node, Scope scope) {
        Term operand = of(node.getExpression(), scope);
        boolean negative = node.getSign() == SignedUnaryNode.Sign.NEGATIVE;
        if (operand instanceof Term.Constant constant && constant.held() instanceof BigDecimal number) {
            return new Term.Constant(negative ? number.negate() : number);
        }
        return (run, env) -> {
            Object value = operand.value(run, env);
            if (value instanceof BigDecimal number) {
                return negative ? number.negate() : number;
            }
            if (value instanceof Duration duration) {
                return negative ? duration.negated() : duration;
            }
            throw run.doubt("a sign before what is no number");
        };
    }

    private Term between(BetweenNode node, Scope scope) {
        Term value = of(node.getValue(), scope);
        Term start = of(node.getStart(), scope);
        Term end = of(node.getEnd(), scope);
        Operators.Binary notBelow = Operators.binary(InfixOperator.GTE);
        Operators.Binary notAbove = Operators.binary(InfixOperator.LTE);
        return (run, env) -> {
            Object middle = value.value(run, env);
            Object low = notBelow.apply(run, middle, start.value(run, env));
            Object high = notAbove.apply(run, middle, end.value(run, env));
            if (low instanceof Boolean above && high instanceof Boolean below) {
                return above && below;
            }
            run.note();
            throw run.doubt("a comparison that the engine would report");
        };
    }

    private Term list(ListNode node, Scope scope) {
        List<Term> elements = new ArrayList<>();
        node.getElements().forEach(element -> elements.add(of(element, scope)));
        if (elements.stream().allMatch(Term.Constant.class::isInstance)) {
            List<@Nullable Object> constants = new ArrayList<>();
            elements.forEach(element -> constants.add(((Term.Constant) element).held()));
            return new Term.Constant(Collections.unmodifiableList(constants));
        }
        Term[] each = elements.toArray(Term[]::new);
        return (run, env) -> {
            run.take(each.length);
            List<@Nullable Object> values = new ArrayList<>(each.length);
            for (Term element : each) {
                values.add(element.value(run, env));
            }
            return values;
        };
    }

    private Term context(ContextNode node, Scope scope) {
        Map<String, Term> entries = new LinkedHashMap<>();
        Scope inside = scope;
        for (ContextEntryNode entry : node.getEntries()) {
            String name = Scope.normal(Objects.requireNonNull(entry.evaluateName(null)));
            if (entries.put(name, of(entry.getValue(), inside)) != null) {
                throw new UntranslatableException("two entries named " + name);
            }
            inside = inside.with(name);
        }
        String[] names = entries.keySet().toArray(String[]::new);
        Term[] terms = entries.values().toArray(Term[]::new);
        return (run, env) -> {
            run.take(names.length);
            Map<String, @Nullable Object> context = new LinkedHashMap<>();
            Env bound = env;
            for (int i = 0; i < names.length; i++) {
                Object value = terms[i].value(run, bound);
                bound = Env.of(bound, value);
                context.put(names[i], value);
            }
            return context;
        };
    }
}
