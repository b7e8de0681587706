package dev.keyline.engine.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision table as its author wrote it: text in every cell, uninterpreted.
 *
 * @param id of the table element
 * @param decision name of the decision or business knowledge model it stands in
 * @param hitPolicy as DMN spells it: {@code UNIQUE}, {@code FIRST}, {@code RULE ORDER} …
 * @param aggregation of a {@code COLLECT} table: {@code SUM}, {@code COUNT}, {@code MIN}, {@code MAX}
 * @param annotations the names of the annotation columns
 */
public record TableText(
        String id,
        String decision,
        String hitPolicy,
        @Nullable String aggregation,
        List<Input> inputs,
        List<Output> outputs,
        List<String> annotations,
        List<Row> rows) {

    public TableText {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        annotations = List.copyOf(annotations);
        rows = List.copyOf(rows);
    }

    /** The same table with other rows. */
    public TableText withRows(List<Row> others) {
        return new TableText(id, decision, hitPolicy, aggregation, inputs, outputs, annotations, others);
    }

    /**
     * A condition column.
     *
     * @param id null when the author gave none
     * @param label what people call it; null when there is none
     * @param expression FEEL, what the cells of the column test
     * @param type the expression's FEEL or model type
     * @param values unary tests that any value satisfies; null for every value of the type
     */
    public record Input(
            @Nullable String id,
            @Nullable String label,
            String expression,
            @Nullable String type,
            @Nullable String values) {}

    /**
     * A conclusion column.
     *
     * @param id null when the author gave none
     * @param name null in a table of one output
     * @param values unary tests that any value satisfies, in the order of priority; null for every value of the type
     * @param otherwise FEEL, the value when no row matches
     */
    public record Output(
            @Nullable String id,
            @Nullable String label,
            @Nullable String name,
            @Nullable String type,
            @Nullable String values,
            @Nullable String otherwise) {}

    /**
     * A rule.
     *
     * @param id unique in the model; {@code <table id>#<number from 1>} when the author gave none
     * @param conditions unary tests, one for each input; {@code -} for any value
     * @param conclusions FEEL, one for each output
     * @param annotations one for each annotation column; empty text where there is none
     */
    public record Row(String id, List<String> conditions, List<String> conclusions, List<String> annotations) {
        public Row {
            conditions = List.copyOf(conditions);
            conclusions = List.copyOf(conclusions);
            annotations = List.copyOf(annotations);
        }
    }
}
