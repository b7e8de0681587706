package dev.keyline.spreadsheet;

import dev.keyline.engine.table.DecisionTable;
import dev.keyline.engine.table.ModelTypes;
import dev.keyline.engine.table.TableText;
import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import dev.keyline.policy.check.RowIds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a table from a sheet that is laid out as {@link TableLayout} says, and names every cell that is wrong. */
final class RowReader {
    /** More than anybody mends before sending the file again. */
    static final int MOST_ERRORS = 200;

    private static final int LONGEST_CELL = 10_000;
    private static final String ANYTHING = "-";
    private static final Pattern ROW_ID = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");
    private static final Pattern NO_XML = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff\\p{Cs}]");

    private final Grid grid;
    private final TableText table;
    private final Map<String, TableText.Row> present;
    private final Set<String> taken;
    private final ModelTypes types;
    /** By place, the first that is wrong there. */
    private final Map<String, InputError> errors = new LinkedHashMap<>();

    private final int columns;

    private RowReader(Grid grid, TableText table, Set<String> elsewhere, ModelTypes types) {
        this.grid = grid;
        this.table = table;
        this.present = table.rows().stream()
                .collect(Collectors.toMap(TableText.Row::id, Function.identity(), (first, same) -> first));
        this.taken = new HashSet<>(elsewhere);
        this.types = types;
        this.columns = 1
                + table.inputs().size()
                + table.outputs().size()
                + table.annotations().size();
    }

    /**
     * The table with the rows of a sheet.
     *
     * @param elsewhere ids of rows that the model's other tables have
     * @param types what the cells may name
     * @throws BadInputException naming each cell that is wrong
     */
    static TableText read(Grid grid, TableText table, Set<String> elsewhere, ModelTypes types) {
        RowReader reader = new RowReader(grid, table, elsewhere, types);
        reader.compareHeader();
        TableText read = table.withRows(reader.rows());
        if (!reader.errors.isEmpty()) {
            throw new BadInputException(reader.told());
        }
        return read;
    }

    private List<InputError> told() {
        if (errors.size() <= MOST_ERRORS) {
            return List.copyOf(errors.values());
        }
        List<InputError> told =
                new ArrayList<>(errors.values().stream().limit(MOST_ERRORS).toList());
        told.add(new InputError("", "has %,d more wrong cells".formatted(errors.size() - MOST_ERRORS)));
        return told;
    }

    private void compareHeader() {
        List<List<String>> header = TableLayout.header(table);
        for (int line = 0; line < header.size(); line++) {
            List<String> cells = header.get(line);
            int width = Math.max(cells.size(), width(line + 1));
            for (int column = 0; column < width; column++) {
                String expected = column < cells.size() ? cells.get(column).strip() : "";
                Cell found = grid.at(line + 1, column);
                if (found.fault() != null || !found.text().strip().equals(expected)) {
                    wrong(line + 1, column, headerFault(cells.get(0), expected));
                }
            }
        }
    }

    private int width(int row) {
        return grid.row(row).isEmpty() ? 0 : grid.row(row).lastKey() + 1;
    }

    private static String headerFault(String line, String expected) {
        return expected.isEmpty()
                ? "must be empty: the model's table has nothing here, and columns are changed in the model"
                : "must be %s (%s), as in the model: columns are changed there".formatted(expected, line);
    }

    private List<TableText.Row> rows() {
        Map<Integer, String> ids = ids();
        Set<String> all = new HashSet<>(ids.values());
        all.addAll(taken);
        all.addAll(present.keySet()); // the id of a row that is gone is not used again
        List<TableText.Row> rows = new ArrayList<>();
        Map<TableText.Row, Integer> changed = new LinkedHashMap<>();
        for (int row : grid.rowsFrom(TableLayout.HEADER_ROWS + 1)) {
            TableText.Row read = row(row, ids.getOrDefault(row, ""), all);
            rows.add(read);
            if (!read.equals(present.get(read.id()))) {
                changed.put(read, row);
            }
        }
        parse(changed);
        return rows;
    }

    /** Tells of cells that do not parse; those that the model has already are the check's to tell. */
    private void parse(Map<TableText.Row, Integer> changed) {
        Map<String, TableText.Row> byId = new LinkedHashMap<>();
        changed.keySet().forEach(row -> byId.put(row.id(), row));
        TableText table = this.table.withRows(List.copyOf(byId.values()));
        for (DecisionTable.Fault fault : DecisionTable.of(table, types).faults()) {
            TableText.Row row = byId.get(fault.row());
            if (row == null || fault.cell().isBlank()) {
                continue; // no row's, or told as missing
            }
            List<String> cells = Stream.concat(row.conditions().stream(), row.conclusions().stream())
                    .toList();
            for (int i = 0; i < cells.size(); i++) {
                if (cells.get(i).equals(fault.cell())) {
                    wrong(
                            Objects.requireNonNull(changed.get(row)),
                            i + 1,
                            "does not parse at character %d: %s".formatted(fault.at(), fault.message()));
                }
            }
        }
    }

    /** By line, the ids that stand there; wrong ones are told. */
    private Map<Integer, String> ids() {
        Map<Integer, String> ids = new LinkedHashMap<>();
        Map<String, Integer> first = new LinkedHashMap<>();
        for (int row : grid.rowsFrom(TableLayout.HEADER_ROWS + 1)) {
            String id = text(row, 0);
            if (id.isEmpty()) {
                continue;
            }
            ids.put(row, id);
            Integer before = first.putIfAbsent(id, row);
            if (before != null) {
                wrong(row, 0, "repeats the row id %s of %s".formatted(id, grid.place(before, 0)));
            } else if (taken.contains(id)) {
                wrong(row, 0, "is the id of another table's row: " + id);
            } else if (!present.containsKey(id) && !ROW_ID.matcher(id).matches()) {
                wrong(row, 0, "must be a row id of letters, digits, '-', '_' and '.', or empty for a new row");
            }
        }
        return ids;
    }

    private TableText.Row row(int row, String id, Set<String> ids) {
        grid.row(row).tailMap(columns).keySet().forEach(column -> wrong(row, column, "stands beside the table"));
        TableText.@Nullable Row before = present.get(id);
        int results = 1 + table.inputs().size();
        int notes = results + table.outputs().size();
        List<String> conditions = new ArrayList<>();
        for (int column = 1; column < results; column++) {
            String old = before == null ? ANYTHING : before.conditions().get(column - 1);
            String cell = text(row, column);
            conditions.add(cell.isEmpty() && !old.isBlank() ? ANYTHING : cell);
        }
        List<String> conclusions = new ArrayList<>();
        for (int column = results; column < notes; column++) {
            boolean blankBefore =
                    before != null && before.conclusions().get(column - results).isBlank();
            String cell = text(row, column);
            if (grid.at(row, column).isBlank() && !blankBefore) {
                wrong(row, column, "is empty: a row says every result, null where there is none");
            }
            conclusions.add(cell);
        }
        List<String> annotations = new ArrayList<>();
        for (int column = notes; column < columns; column++) {
            annotations.add(text(row, column));
        }
        TableText.Row read = new TableText.Row(id, conditions, conclusions, annotations);
        return id.isEmpty()
                ? new TableText.Row(RowIds.proposal(table, read, ids), conditions, conclusions, annotations)
                : read;
    }

    private String text(int row, int column) {
        Cell cell = grid.at(row, column);
        String text = cell.text().replace("\r\n", "\n").strip();
        if (cell.fault() != null) {
            wrong(row, column, cell.fault());
        } else if (text.length() > LONGEST_CELL) {
            wrong(row, column, "has %,d characters, and may have %,d".formatted(text.length(), LONGEST_CELL));
            return "";
        } else if (NO_XML.matcher(text).find()) {
            wrong(row, column, "has a control character");
        }
        return text;
    }

    private void wrong(int row, int column, String message) {
        String place = grid.place(row, column);
        errors.putIfAbsent(place, new InputError(place, message));
    }
}
