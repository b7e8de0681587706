package dev.keyline.spreadsheet;

import java.util.List;

/**
 * A list as it travels in a file: a line of column names, then a line a row. No cell of it is ever taken for a formula.
 *
 * @param name of the sheet, where the format has sheets
 * @param columns the first one's name tells a reader what separates the cells of a CSV
 * @param rows as many cells in each as there are columns; an empty one is left empty
 */
public record Listing(String name, List<Column> columns, List<List<String>> rows) {
    public Listing {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /** A column by its name, and what its cells hold. */
    public record Column(String name, Holds holds) {
        public static Column text(String name) {
            return new Column(name, Holds.TEXT);
        }

        public static Column number(String name) {
            return new Column(name, Holds.NUMBER);
        }

        public static Column date(String name) {
            return new Column(name, Holds.DATE);
        }
    }

    /** What the cells of a column hold: a workbook has numbers and days of its own, a CSV has only how they are written. */
    public enum Holds {
        /** Anything, as it is written. */
        TEXT,
        /** A decimal such as {@code -1234.5}: no more than the 15 digits that a spreadsheet keeps. */
        NUMBER,
        /** A day from March 1900 on, as in {@code 2026-01-31}. */
        DATE
    }
}
