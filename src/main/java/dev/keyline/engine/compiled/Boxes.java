package dev.keyline.engine.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.core.ast.DMNBaseNode;
import org.kie.dmn.core.compiler.DMNCompilerImpl;
import org.kie.dmn.core.impl.DMNModelImpl;
import org.kie.dmn.model.api.Binding;
import org.kie.dmn.model.api.Context;
import org.kie.dmn.model.api.ContextEntry;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Expression;
import org.kie.dmn.model.api.FunctionDefinition;
import org.kie.dmn.model.api.FunctionKind;
import org.kie.dmn.model.api.InformationItem;
import org.kie.dmn.model.api.Invocation;
import org.kie.dmn.model.api.LiteralExpression;
import org.kie.dmn.model.api.NamedElement;
import org.kie.dmn.model.api.Relation;

/** DMN's boxed expressions to terms. */
final class Boxes {
    private final DMNModelImpl model;
    private final Parser parser;
    private final Expressions expressions;
    private final Types types;
    private final boolean checked;
    private final DMNCompilerImpl compiler = new DMNCompilerImpl();
    private final Tables tables;

    /** @param checked whether values are held against the model's types */
    Boxes(DMNModelImpl model, Parser parser, Expressions expressions, Types types, Tables tables, boolean checked) {
        this.model = model;
        this.parser = parser;
        this.expressions = expressions;
        this.types = types;
        this.tables = tables;
        this.checked = checked;
    }

    Term of(@Nullable Expression expression, DMNBaseNode node, Scope scope) {
        if (expression instanceof LiteralExpression literal) {
            return literal(literal, scope);
        }
        if (expression instanceof DecisionTable table) {
            return tables.of(table, scope);
        }
        if (expression instanceof Context context) {
            return context(context, node, scope);
        }
        if (expression instanceof Invocation invocation) {
            return invocation(invocation, node, scope);
        }
        if (expression instanceof FunctionDefinition function) {
            Callee callee = function(function, Conversion.NONE);
            setBody(callee, function, node, scope);
            return (run, env) -> new FunctionValue(callee, run, env);
        }
        if (expression instanceof org.kie.dmn.model.api.List list) {
            Term[] items = list.getExpression().stream()
                    .map(item -> of(item, node, scope))
                    .toArray(Term[]::new);
            return (run, env) -> values(run, env, items);
        }
        if (expression instanceof Relation relation) {
            return relation(relation, node, scope);
        }
        throw new UntranslatableException(
                expression == null ? "no expression" : expression.getClass().getSimpleName());
    }

    private Term literal(LiteralExpression literal, Scope scope) {
        String language = literal.getExpressionLanguage();
        if (literal.getText() == null || (language != null && !language.equals(literal.getURIFEEL()))) {
            throw new UntranslatableException("a literal that is no FEEL");
        }
        return expressions.of(parser.expression(literal.getText()), scope);
    }

    private static List<@Nullable Object> values(Run run, @Nullable Env env, Term[] items) {
        run.take(items.length);
        List<@Nullable Object> values = new ArrayList<>(items.length);
        for (Term item : items) {
            values.add(item.value(run, env));
        }
        return values;
    }

    private Term relation(Relation relation, DMNBaseNode node, Scope scope) {
        String[] columns =
                relation.getColumn().stream().map(NamedElement::getName).toArray(String[]::new);
        List<Term[]> rows = new ArrayList<>();
        for (org.kie.dmn.model.api.List row : relation.getRow()) {
            rows.add(row.getExpression().stream()
                    .map(cell -> of(cell, node, scope))
                    .toArray(Term[]::new));
        }
        if (rows.stream().anyMatch(row -> row.length != columns.length)) {
            throw new UntranslatableException("a relation with rows of other lengths");
        }
        return (run, env) -> {
            List<@Nullable Object> made = new ArrayList<>(rows.size());
            for (Term[] row : rows) {
                List<@Nullable Object> values = values(run, env, row);
                Map<String, @Nullable Object> element = new HashMap<>();
                for (int i = 0; i < columns.length; i++) {
                    element.put(columns[i], values.get(i));
                }
                made.add(element);
            }
            return made;
        };
    }

    /** An entry of a context: its name, null for the context's answer, and what its value goes through. */
    private record Entry(@Nullable String name, Term term, Conversion conversion) {}

    private Term context(Context context, DMNBaseNode node, Scope scope) {
        List<Entry> entries = new ArrayList<>();
        Scope inside = scope;
        parser.names().enterFrame();
        try {
            for (ContextEntry entry : context.getContextEntry()) {
                InformationItem variable = entry.getVariable();
                boolean function = entry.getExpression() instanceof FunctionDefinition;
                if (variable == null) {
                    // the engine holds it against the type of what the context stands for, as that does once more
                    entries.add(new Entry(null, of(entry.getExpression(), node, inside), Conversion.NONE));
                    continue;
                }
                DMNType type = type(variable);
                parser.names().setVariable(variable.getName(), type);
                Term term = of(entry.getExpression(), node, inside);
                entries.add(new Entry(variable.getName(), term, types.conversion(type, checked && !function)));
                inside = inside.with(variable.getName());
            }
        } finally {
            parser.names().exitFrame();
        }
        if (entries.stream().map(Entry::name).distinct().count() != entries.size()
                || entries.stream().limit(Math.max(0, entries.size() - 1)).anyMatch(entry -> entry.name() == null)) {
            throw new UntranslatableException("a context with entries of one name");
        }
        Entry[] each = entries.toArray(Entry[]::new);
        return (run, env) -> {
            run.take(each.length);
            Map<String, @Nullable Object> values = new HashMap<>();
            Env bound = env;
            for (Entry entry : each) {
                Object value = entry.conversion().apply(run, entry.term().value(run, bound));
                if (entry.name() == null) {
                    return value;
                }
                values.put(entry.name(), value);
                bound = Env.of(bound, value);
            }
            return values;
        };
    }

    private Term invocation(Invocation invocation, DMNBaseNode node, Scope scope) {
        String name = invocation.getExpression() instanceof LiteralExpression literal ? literal.getText() : null;
        Callee callee = name == null ? null : scope.callee(name);
        if (name == null || callee == null || scope.find(name).isLocal()) {
            throw new UntranslatableException("the invocation of " + name);
        }
        Map<String, Term> bound = new HashMap<>();
        for (Binding binding : invocation.getBinding()) {
            bound.put(binding.getParameter().getName(), of(binding.getExpression(), node, scope));
        }
        if (bound.size() != callee.names().size() || !bound.keySet().containsAll(callee.names())) {
            throw new UntranslatableException("an invocation with other parameters than " + callee.names());
        }
        Term[] arguments = callee.names().stream().map(bound::get).toArray(Term[]::new);
        return (run, env) ->
                callee.call(run, null, false, values(run, env, arguments).toArray());
    }

    /** A function whose body is set afterwards. */
    Callee function(FunctionDefinition function, Conversion result) {
        if (function.getKind() != FunctionKind.FEEL) {
            throw new UntranslatableException("a function of kind " + function.getKind());
        }
        List<String> names = new ArrayList<>();
        List<Conversion> parameters = new ArrayList<>();
        for (InformationItem parameter : function.getFormalParameter()) {
            names.add(parameter.getName());
            parameters.add(types.conversion(type(parameter), checked));
        }
        return new Callee(names, parameters, result, true);
    }

    void setBody(Callee callee, FunctionDefinition function, DMNBaseNode node, Scope scope) {
        Scope inside = scope.inFunction();
        parser.names().enterFrame();
        try {
            for (InformationItem parameter : function.getFormalParameter()) {
                parser.names().setVariable(parameter.getName(), type(parameter));
                inside = inside.with(parameter.getName());
            }
            callee.setBody(of(function.getExpression(), node, inside));
        } finally {
            parser.names().exitFrame();
        }
    }

    private DMNType type(InformationItem item) {
        QName reference = item.getTypeRef();
        return Optional.ofNullable(compiler.resolveTypeRef(model, item, item, reference))
                .orElseThrow(() -> new UntranslatableException("the type " + reference));
    }
}
