package dev.keyline.engine.compiled;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.core.compiler.DMNEvaluatorCompiler;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.core.impl.DMNModelImpl;
import org.kie.dmn.core.util.NamespaceUtil;
import org.kie.dmn.feel.runtime.UnaryTest;
import org.kie.dmn.feel.runtime.decisiontables.HitPolicy;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.InputClause;
import org.kie.dmn.model.api.LiteralExpression;
import org.kie.dmn.model.api.OutputClause;
import org.kie.dmn.model.api.UnaryTests;

/** Decision tables, as the engine compiles them. */
final class Tables {
    private final DMNModelImpl model;
    private final Parser parser;
    private final Expressions expressions;
    private final Function<List<UnaryTest>, Cell @Nullable []> allowedValues;
    private final boolean checked;

    /** @param allowedValues the cells of what the engine holds for a type's allowed values */
    Tables(
            DMNModelImpl model,
            Parser parser,
            Expressions expressions,
            Function<List<UnaryTest>, Cell @Nullable []> allowedValues,
            boolean checked) {
        this.model = model;
        this.parser = parser;
        this.expressions = expressions;
        this.allowedValues = allowedValues;
        this.checked = checked;
    }

    Term of(DecisionTable table, Scope scope) {
        String aggregation = table.getAggregation() == null
                ? ""
                : " " + table.getAggregation().value();
        HitPolicy policy = HitPolicy.fromString(table.getHitPolicy().value() + aggregation);
        if (!Table.isKnown(policy)) {
            throw new UntranslatableException("the hit policy " + policy.getLongName());
        }
        if (table.getOutput().stream().anyMatch(output -> output.getDefaultOutputEntry() != null)) {
            throw new UntranslatableException("a table with default outputs");
        }
        List<DMNType> tested = new ArrayList<>();
        List<Table.Input> inputs = new ArrayList<>();
        for (InputClause input : table.getInput()) {
            inputs.add(input(input, tested, scope));
        }
        List<Table.Row> rows = new ArrayList<>();
        for (DecisionRule rule : table.getRule()) {
            rows.add(row(rule, tested, scope));
        }
        List<Table.Output> outputs = new ArrayList<>();
        for (OutputClause output : table.getOutput()) {
            outputs.add(output(table, output, scope));
        }
        if (rows.isEmpty() || rows.stream().anyMatch(row -> row.outputs().size() != outputs.size())) {
            throw new UntranslatableException("a table without rows or with rows of other lengths");
        }
        return new Table(policy, List.copyOf(inputs), List.copyOf(rows), List.copyOf(outputs));
    }

    /** @param tested receives the type that the column's tests are parsed with */
    private Table.Input input(InputClause input, List<DMNType> tested, Scope scope) {
        Term value = expressions.of(parser.expression(input.getInputExpression().getText()), scope);
        String allowed = text(input.getInputValues());
        QName reference = input.getInputExpression().getTypeRef();
        DMNType unknown = model.getTypeRegistry().unknown();
        if (allowed != null || reference == null) {
            tested.add(unknown);
            return new Table.Input(value, allowed == null ? null : anyOf(allowed, scope), false);
        }
        QName name = NamespaceUtil.getNamespaceAndName(
                input.getInputExpression(), model.getImportAliasesForNS(), reference, model.getNamespace());
        if (!(model.getTypeRegistry().resolveType(name.getNamespaceURI(), name.getLocalPart())
                instanceof BaseDMNTypeImpl type)) {
            throw new UntranslatableException("the type " + reference);
        }
        tested.add(type);
        return new Table.Input(value, anyOf(type), type.isCollection());
    }

    private Table.Row row(DecisionRule rule, List<DMNType> tested, Scope scope) {
        if (rule.getId() == null
                || rule.getId().isEmpty()
                || rule.getInputEntry().size() != tested.size()) {
            throw new UntranslatableException("a row without an id or with another number of cells");
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < tested.size(); i++) {
            String text = text(rule.getInputEntry().get(i));
            if (text == null || text.isEmpty()) {
                throw new UntranslatableException("an empty cell of row " + rule.getId());
            }
            cells.add(Cell.anyOf(expressions.ranges().cells().all(parser.tests(text, tested.get(i)), scope)));
        }
        List<Term> outputs = rule.getOutputEntry().stream()
                .map(LiteralExpression::getText)
                .map(text -> text == null || text.isEmpty() ? "null" : text)
                .map(text -> expressions.of(parser.expression(text), scope))
                .toList();
        return new Table.Row(rule.getId(), List.copyOf(cells), outputs);
    }

    private Table.Output output(DecisionTable table, OutputClause output, Scope scope) {
        BaseDMNTypeImpl type = DMNEvaluatorCompiler.inferTypeRef(model, table, output);
        String allowed = text(output.getOutputValues());
        return new Table.Output(
                output.getName(),
                checked ? type.getFeelType() : null,
                type.isCollection(),
                allowed != null
                        ? anyOf(allowed, scope)
                        : type == model.getTypeRegistry().unknown() ? null : anyOf(type));
    }

    private Cell anyOf(String tests, Scope scope) {
        return Cell.anyOf(expressions
                .ranges()
                .cells()
                .all(parser.tests(tests, model.getTypeRegistry().unknown()), scope));
    }

    private @Nullable Cell anyOf(BaseDMNTypeImpl type) {
        List<UnaryTest> tests = type.getAllowedValuesFEEL();
        if (tests == null || tests.isEmpty()) {
            return null;
        }
        Cell[] cells = allowedValues.apply(tests);
        if (cells == null) {
            throw new UntranslatableException("the allowed values of " + type.getName());
        }
        return Cell.anyOf(cells);
    }

    private static @Nullable String text(@Nullable UnaryTests tests) {
        return tests == null ? null : tests.getText();
    }
}
