package dev.keyline.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One CSV file being written: UTF-8, commas, a header, line feeds, a quote only where a value needs it. */
final class Table {
    private final String name;
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String name, String... columns) {
        this.name = name;
        this.columns = List.of(columns);
    }

    /** Adds a row; null is an empty cell, a list is one cell with {@code ;} between its items. */
    void add(@Nullable Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "%s has %d columns, the row %d".formatted(name, columns.size(), cells.length));
        }
        List<String> row = new ArrayList<>(cells.length);
        for (Object cell : cells) {
            row.add(text(cell));
        }
        rows.add(row);
    }

    String name() {
        return name;
    }

    int size() {
        return rows.size();
    }

    /** The rows as maps from column to text, as a reader of the file would see them. */
    List<Map<String, String>> read() {
        return rows.stream()
                .map(row -> {
                    Map<String, String> named = new java.util.LinkedHashMap<>();
                    for (int i = 0; i < row.size(); i++) {
                        named.put(columns.get(i), row.get(i));
                    }
                    return named;
                })
                .toList();
    }

    void write(Path directory) throws IOException {
        StringBuilder out = new StringBuilder();
        line(out, columns);
        rows.forEach(row -> line(out, row));
        Files.writeString(directory.resolve(name + ".csv"), out, StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder out, List<String> cells) {
        out.append(cells.stream().map(Table::quoted).collect(Collectors.joining(",")))
                .append('\n');
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof List<?> items) {
            return items.stream().map(Object::toString).collect(Collectors.joining(";"));
        }
        return cell.toString();
    }

    private static String quoted(String cell) {
        if (cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0) {
            return cell;
        }
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
