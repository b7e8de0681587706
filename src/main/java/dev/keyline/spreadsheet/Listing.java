package dev.keyline.spreadsheet;

import java.util.List;

/**
 * A list as it travels in a file: a line of column names, then a line a row. All cells are text, and none of them is ever
 * taken for a formula.
 *
 * @param name of the sheet, where the format has sheets
 * @param columns the names, of which the first tells a reader what separates the cells of a CSV
 * @param rows as many cells in each as there are columns
 */
public record Listing(String name, List<String> columns, List<List<String>> rows) {
    public Listing {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
