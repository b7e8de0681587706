package dev.keyline.engine.compiled;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.FormalParameterNode;
import org.kie.dmn.feel.lang.ast.FunctionDefNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NamedParameterNode;
import org.kie.dmn.feel.lang.impl.NamedParameter;
import org.kie.dmn.feel.lang.types.BuiltInType;

/** Calls of functions, and functions within expressions. */
final class Calls {
    private final Expressions expressions;
    private final Functions functions;
    private boolean tame = true;

    Calls(Expressions expressions, Functions functions) {
        this.expressions = expressions;
        this.functions = functions;
    }

    boolean isTame() {
        return tame;
    }

    Term call(FunctionInvocationNode node, Scope scope) {
        if (node.getTcFolded() != null) {
            return new Term.Constant(node.getTcFolded().getValue());
        }
        if (!(node.getName() instanceof NameRefNode called)) {
            throw new UntranslatableException("the call " + node.getText());
        }
        String name = called.getText();
        List<BaseNode> arguments = node.getParams().getElements();
        Scope.Found found = scope.find(name);
        if (found.isLocal()) {
            return ofValue(expressions.of(called, scope), terms(arguments, scope));
        }
        Callee callee = scope.callee(name);
        Term call = callee == null ? ofEngine(name, arguments, scope) : ofModel(callee, arguments, scope);
        return found.items().isEmpty() ? call : Names.unlessHidden(call, found, name);
    }

    private Term ofEngine(String name, List<BaseNode> arguments, Scope scope) {
        String normal = Scope.normal(name);
        Functions.Invocation invocation = functions.find(normal);
        tame &= Guard.TAME.contains(normal);
        Term[] terms = terms(arguments, scope);
        if (terms.length == 0) {
            return (run, env) -> run.once(invocation); // today() is the same day throughout
        }
        return (run, env) -> {
            run.take(1);
            return invocation.call(run, values(run, env, terms));
        };
    }

    private Term ofModel(Callee callee, List<BaseNode> arguments, Scope scope) {
        Term[] terms = terms(inOrder(callee, arguments), scope);
        return (run, env) -> callee.call(run, null, false, values(run, env, terms));
    }

    private static List<BaseNode> inOrder(Callee callee, List<BaseNode> arguments) {
        if (arguments.isEmpty() || !(arguments.get(0) instanceof NamedParameterNode)) {
            return arguments;
        }
        List<BaseNode> ordered = new ArrayList<>();
        for (String name : callee.names()) {
            ordered.add(arguments.stream()
                    .filter(NamedParameterNode.class::isInstance)
                    .map(NamedParameterNode.class::cast)
                    .filter(argument -> argument.getName().evaluate(null).equals(Scope.normal(name)))
                    .findFirst()
                    .orElseThrow(() -> new UntranslatableException("a call without the parameter " + name))
                    .getExpression());
        }
        if (ordered.size() != arguments.size()) {
            throw new UntranslatableException("a call with other parameters than " + callee.names());
        }
        return ordered;
    }

    private static Term ofValue(Term function, Term[] arguments) {
        return (run, env) -> {
            if (function.value(run, env) instanceof FunctionValue callable) {
                return callable.call(values(run, env, arguments));
            }
            throw run.doubt("a call of what is no function of the model");
        };
    }

    private Term[] terms(List<BaseNode> arguments, Scope scope) {
        return arguments.stream().map(argument -> argument(argument, scope)).toArray(Term[]::new);
    }

    private Term argument(BaseNode node, Scope scope) {
        if (node instanceof NamedParameterNode named) {
            String name = named.getName().evaluate(null);
            Term value = expressions.of(named.getExpression(), scope);
            return (run, env) -> new NamedParameter(name, value.value(run, env));
        }
        return expressions.of(node, scope);
    }

    private static @Nullable Object[] values(Run run, @Nullable Env env, Term[] terms) {
        @Nullable Object[] values = new @Nullable Object[terms.length];
        for (int i = 0; i < terms.length; i++) {
            values[i] = terms[i].value(run, env);
        }
        return values;
    }

    Term definition(FunctionDefNode node, Scope scope) {
        if (node.isExternal()) {
            throw new UntranslatableException("an external function");
        }
        List<String> names = new ArrayList<>();
        List<Conversion> parameters = new ArrayList<>();
        Scope inside = scope.inFunction();
        for (FormalParameterNode parameter : node.getFormalParameters()) {
            if (parameter.getType().evaluate(null) != BuiltInType.UNKNOWN) {
                throw new UntranslatableException("a function with typed parameters");
            }
            String name = parameter.getName().evaluate(null);
            names.add(name);
            parameters.add(Conversion.NONE);
            inside = inside.with(name);
        }
        Callee callee = new Callee(names, parameters, Conversion.NONE, false);
        callee.setBody(expressions.of(node.getBody(), inside));
        return (run, env) -> new FunctionValue(callee, run, env);
    }
}
