package dev.keyline.spreadsheet;

import java.util.SortedMap;
import java.util.TreeMap;

/** The cells of a sheet that hold anything; rows are numbered from 1 and columns from 0. */
final class Grid {
    /** A table of 20,000 rows below its header. */
    static final int MOST_ROWS = 20_000 + TableLayout.HEADER_ROWS;

    static final int MOST_COLUMNS = 500;
    private static final int LETTERS = 26;

    private final String sheet;
    private final int mostRows;
    private final SortedMap<Integer, SortedMap<Integer, Cell>> rows = new TreeMap<>();

    /** An empty one; a file without sheets has no name for it. */
    Grid(String sheet, int mostRows) {
        this.sheet = sheet;
        this.mostRows = mostRows;
    }

    /** Another empty one, of another sheet. */
    Grid called(String otherSheet) {
        return new Grid(otherSheet, mostRows);
    }

    String sheet() {
        return sheet;
    }

    /**
     * Puts a cell in its place; a blank one leaves the place empty.
     *
     * @throws UnreadableSheetException when no table is as large
     */
    void put(int row, int column, Cell cell) {
        if (cell.isBlank()) {
            return;
        }
        if (row > mostRows) {
            throw new UnreadableSheetException(
                    "has a cell in row %d; at most %,d rows are read".formatted(row, mostRows));
        }
        if (column >= MOST_COLUMNS) {
            throw new UnreadableSheetException(
                    "has a cell in column %s; a table has at most %d columns".formatted(letters(column), MOST_COLUMNS));
        }
        rows.computeIfAbsent(row, number -> new TreeMap<>()).put(column, cell);
    }

    Cell at(int row, int column) {
        return row(row).getOrDefault(column, Cell.EMPTY);
    }

    /** The cells of a row that hold anything, by column. */
    SortedMap<Integer, Cell> row(int row) {
        return rows.getOrDefault(row, new TreeMap<>());
    }

    /** The rows that hold anything, from one on. */
    Iterable<Integer> rowsFrom(int first) {
        return rows.tailMap(first).keySet();
    }

    /** As people call a cell: {@code Sheet1!C7}. */
    String place(int row, int column) {
        return (sheet.isEmpty() ? "" : sheet + "!") + letters(column) + row;
    }

    /** As spreadsheets call a column: {@code A} to {@code Z}, {@code AA} … */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }
}
