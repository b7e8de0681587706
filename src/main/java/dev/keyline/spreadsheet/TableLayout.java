package dev.keyline.spreadsheet;

import dev.keyline.engine.table.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a table stands in a sheet. Four lines say which table it is; seven describe its columns, conditions before results
 * before notes; then each row has a line, its id in the first column. Every cell is FEEL as the model writes it.
 *
 * <pre>
 * Table        score-tier-table
 * Decision     score tier
 * Hit policy   UNIQUE
 * Aggregation
 * Kind         Condition    Result               Note
 * Column id    in-score     out-tier
 * Label        Score
 * Type         number       string
 * Values       [0..100]     "Tier 1", "Tier 2"
 * Otherwise                 "no tier"
 * Row          score        tier                 Why
 * tier-growth  [60..80)     "Tier 2"             the middle of the book
 * </pre>
 */
final class TableLayout {
    static final int HEADER_ROWS = 11;

    /** The first cell of every sheet: what stands after it separates the cells of a CSV file. */
    static final String FIRST_CELL = "Table";

    private static final String NOTHING = "";

    private TableLayout() {}

    /** A table, line by line. */
    static List<List<String>> lines(TableText table) {
        List<List<String>> lines = new ArrayList<>(header(table));
        table.rows()
                .forEach(row -> lines.add(Stream.of(
                                Stream.of(row.id()),
                                row.conditions().stream(),
                                row.conclusions().stream(),
                                row.annotations().stream())
                        .flatMap(cells -> cells)
                        .toList()));
        return lines;
    }

    /** The lines above the rows; those that describe columns have a cell for each. */
    static List<List<String>> header(TableText table) {
        return List.of(
                List.of(FIRST_CELL, table.id()),
                List.of("Decision", table.decision()),
                List.of("Hit policy", table.hitPolicy()),
                List.of("Aggregation", Objects.requireNonNullElse(table.aggregation(), NOTHING)),
                columns("Kind", table, input -> "Condition", output -> "Result", note -> "Note"),
                columns("Column id", table, TableText.Input::id, TableText.Output::id, note -> null),
                columns("Label", table, TableText.Input::label, TableText.Output::label, note -> null),
                columns("Type", table, TableText.Input::type, TableText.Output::type, note -> null),
                columns("Values", table, TableText.Input::values, TableText.Output::values, note -> null),
                columns("Otherwise", table, input -> null, TableText.Output::otherwise, note -> null),
                columns("Row", table, TableText.Input::expression, TableText.Output::name, note -> note));
    }

    private static List<String> columns(
            String line,
            TableText table,
            Function<TableText.Input, @Nullable String> ofInput,
            Function<TableText.Output, @Nullable String> ofOutput,
            Function<String, @Nullable String> ofNote) {
        List<String> cells = new ArrayList<>(List.of(line));
        table.inputs().forEach(input -> cells.add(Objects.requireNonNullElse(ofInput.apply(input), NOTHING)));
        table.outputs().forEach(output -> cells.add(Objects.requireNonNullElse(ofOutput.apply(output), NOTHING)));
        table.annotations().forEach(note -> cells.add(Objects.requireNonNullElse(ofNote.apply(note), NOTHING)));
        return cells;
    }
}
