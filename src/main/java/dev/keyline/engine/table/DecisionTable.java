package dev.keyline.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A decision table as it is meant: the normal form that checks, differences and test cases read.
 *
 * @param text what it was read from
 * @param rules in the order of the table
 * @param faults of cells that do not parse; such a cell is opaque
 */
public record DecisionTable(
        TableText text,
        HitPolicy policy,
        List<Column> columns,
        List<Output> outputs,
        List<Rule> rules,
        List<Fault> faults) {

    public DecisionTable {
        columns = List.copyOf(columns);
        outputs = List.copyOf(outputs);
        rules = List.copyOf(rules);
        faults = List.copyOf(faults);
    }

    /**
     * A condition column.
     *
     * @param title what people call it
     * @param allowed what its values satisfy; null for every value of the kind
     * @param absent whether its value may be null
     * @param named whether it is but the name of an input or a decision
     */
    public record Column(
            String expression,
            String title,
            ValueKind kind,
            @Nullable Condition allowed,
            boolean absent,
            boolean named) {}

    /**
     * A conclusion column.
     *
     * @param values what its values satisfy, in the order of priority; empty for every value
     * @param otherwise the value when no row matches
     */
    public record Output(
            String name,
            ValueKind kind,
            List<Condition> values,
            @Nullable Conclusion otherwise) {
        public Output {
            values = List.copyOf(values);
        }

        /** Whether a conclusion may be answered; that of an expression is not known and allowed. */
        public boolean allows(Conclusion conclusion) {
            return values.isEmpty() || !conclusion.literal() || rank(conclusion) < values.size();
        }

        /** The place of a literal in the order of priority, from 0; the number of values when it is not allowed. */
        public int rank(Conclusion conclusion) {
            int rank = 0;
            while (rank < values.size() && !values.get(rank).matches(conclusion.value())) {
                rank++;
            }
            return rank;
        }
    }

    /**
     * A row.
     *
     * @param number its place, from 1
     * @param conditions one for each column
     * @param conclusions one for each output
     */
    public record Rule(String id, int number, List<Condition> conditions, List<Conclusion> conclusions) {
        public Rule {
            conditions = List.copyOf(conditions);
            conclusions = List.copyOf(conclusions);
        }
    }

    /**
     * What a cell concludes.
     *
     * @param text one text for equal values; an expression's with single spaces
     * @param value of a literal
     */
    public record Conclusion(
            String text, boolean literal, @Nullable Object value) {
        static Conclusion of(String cell) {
            Scanner scanner = new Scanner(cell);
            Scanner.Literal read = scanner.literal();
            return read != null && scanner.isAtEnd()
                    ? new Conclusion(Values.text(read.value()), true, read.value())
                    : new Conclusion(cell.strip().replaceAll("\\s+", " "), false, null);
        }
    }

    /**
     * A cell that does not parse.
     *
     * @param row id
     * @param column title
     * @param at of the cell's text, from 1
     */
    public record Fault(String row, String column, String cell, int at, String message) {}

    /** Reads a table. */
    public static DecisionTable of(TableText text, ModelTypes types) {
        return new Reading(text, types).table();
    }

    private static final class Reading {
        private final TableText text;
        private final ModelTypes types;
        private final List<Fault> faults = new ArrayList<>();

        Reading(TableText text, ModelTypes types) {
            this.text = text;
            this.types = types;
        }

        DecisionTable table() {
            List<Column> columns = text.inputs().stream().map(this::column).toList();
            List<Output> outputs = text.outputs().stream().map(this::output).toList();
            List<Rule> rules = new ArrayList<>();
            for (TableText.Row row : text.rows()) {
                rules.add(new Rule(row.id(), rules.size() + 1, conditions(row, columns), conclusions(row, outputs)));
            }
            return new DecisionTable(text, HitPolicy.of(text), columns, outputs, rules, faults);
        }

        private Column column(TableText.Input input) {
            ModelTypes.Type type = types.ofExpression(input.expression().strip(), input.type());
            Condition own = input.values() == null ? null : types.constraint(input.values());
            Condition allowed = own == null ? type.allowed() : own;
            String expression = input.expression().strip().replaceAll("\\s+", " ");
            return new Column(
                    expression,
                    input.label() == null || input.label().isBlank() ? expression : input.label(),
                    type.kind(),
                    allowed,
                    own == null || own.matches(null),
                    types.isName(expression));
        }

        private Output output(TableText.Output output) {
            ModelTypes.Type type = types.find(output.type());
            Condition own = output.values() == null ? null : types.constraint(output.values());
            Condition allowed = own == null ? type.allowed() : own;
            return new Output(
                    Objects.requireNonNullElse(output.name(), text.decision()),
                    type.kind(),
                    allowed == null
                            ? List.of()
                            : allowed instanceof Condition.AnyOf any ? any.conditions() : List.of(allowed),
                    output.otherwise() == null || output.otherwise().isBlank()
                            ? null
                            : conclusion(text.id(), output.otherwise(), "default output"));
        }

        private List<Condition> conditions(TableText.Row row, List<Column> columns) {
            List<Condition> conditions = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                String cell = i < row.conditions().size() ? row.conditions().get(i) : "";
                conditions.add(condition(row, cell, columns.get(i).title()));
            }
            return conditions;
        }

        private Condition condition(TableText.Row row, String cell, String title) {
            try {
                return UnaryTests.parse(cell, types.names());
            } catch (CellSyntaxException e) {
                faults.add(new Fault(row.id(), title, cell, e.column(), String.valueOf(e.getMessage())));
                return new Condition.Opaque(cell);
            }
        }

        private List<Conclusion> conclusions(TableText.Row row, List<Output> outputs) {
            List<Conclusion> conclusions = new ArrayList<>();
            for (int i = 0; i < outputs.size(); i++) {
                String cell = i < row.conclusions().size() ? row.conclusions().get(i) : "";
                conclusions.add(conclusion(row.id(), cell, outputs.get(i).name()));
            }
            return conclusions;
        }

        private Conclusion conclusion(String row, String cell, String title) {
            try {
                FeelSyntax.limit(cell);
                Conclusion read = Conclusion.of(cell);
                if (!read.literal()) {
                    FeelSyntax.expression(cell, 0, false, names());
                }
                return read;
            } catch (CellSyntaxException e) {
                faults.add(new Fault(row, title, cell, e.column(), String.valueOf(e.getMessage())));
                return new Conclusion(cell, false, null);
            }
        }

        private Set<String> names() {
            return types.names();
        }
    }
}
