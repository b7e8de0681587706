package dev.keyline.policy.difference;

import dev.keyline.engine.table.TableText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table whose columns and rows have keys that are equal in several versions of it, so that cells can be compared by
 * where they stand.
 */
record Grid(TableText table, List<Column> columns, Map<String, Line> lines) {
    /**
     * A column of conditions, conclusions or annotations.
     *
     * @param id the author's; null when there is none
     * @param names what it tests or answers
     * @param header everything else that is written above its cells
     */
    record Column(String key, Kind kind, @Nullable String id, String names, String title, String header) {}

    /** A row and its cells by the keys of their columns. */
    record Line(TableText.Row row, Map<String, String> cells) {}

    enum Kind {
        CONDITION,
        CONCLUSION,
        ANNOTATION
    }

    static Grid of(TableText table) {
        return of(table, null);
    }

    /** Reads a version of a table, with the keys that its columns have in another version. */
    static Grid of(TableText table, @Nullable Grid other) {
        List<Column> columns = new ArrayList<>();
        table.inputs().forEach(input -> columns.add(condition(input)));
        table.outputs().forEach(output -> columns.add(conclusion(output, table.decision())));
        table.annotations().forEach(name -> columns.add(new Column("", Kind.ANNOTATION, null, name, name, name)));
        List<Column> keyed = keyed(columns, other == null ? List.of() : other.columns);
        return new Grid(table, keyed, lines(table, keyed));
    }

    private static Column condition(TableText.Input input) {
        String names = input.expression();
        return new Column(
                "",
                Kind.CONDITION,
                input.id(),
                names,
                Objects.requireNonNullElse(input.label(), names),
                names + " of type " + input.type() + (input.values() == null ? "" : ": " + input.values()));
    }

    private static Column conclusion(TableText.Output output, String decision) {
        String names = Objects.requireNonNullElse(output.name(), decision);
        return new Column(
                "",
                Kind.CONCLUSION,
                output.id(),
                names,
                Objects.requireNonNullElse(output.label(), names),
                names + " of type " + output.type() + (output.values() == null ? "" : ": " + output.values())
                        + (output.otherwise() == null ? "" : ", otherwise " + output.otherwise()));
    }

    private static List<Column> keyed(List<Column> columns, List<Column> others) {
        Set<String> taken = new HashSet<>();
        List<Column> keyed = new ArrayList<>();
        for (Column column : columns) {
            String key = others.stream()
                    .filter(other -> other.kind == column.kind && !taken.contains(other.key))
                    .filter(other -> other.names.equals(column.names)
                            || (column.id != null && column.id.equals(other.id) && isGone(other, columns)))
                    .map(Column::key)
                    .findFirst()
                    .orElse(column.kind + " " + column.names);
            while (!taken.add(key)) {
                key += "'";
            }
            keyed.add(new Column(key, column.kind, column.id, column.names, column.title, column.header));
        }
        return List.copyOf(keyed);
    }

    private static boolean isGone(Column other, List<Column> columns) {
        return columns.stream().noneMatch(column -> column.kind == other.kind && column.names.equals(other.names));
    }

    private static Map<String, Line> lines(TableText table, List<Column> columns) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (int number = 1; number <= table.rows().size(); number++) {
            TableText.Row row = table.rows().get(number - 1);
            List<String> texts = new ArrayList<>(row.conditions());
            texts.addAll(row.conclusions());
            texts.addAll(row.annotations());
            Map<String, String> cells = new LinkedHashMap<>();
            IntStream.range(0, Math.min(columns.size(), texts.size()))
                    .forEach(i -> cells.put(columns.get(i).key(), texts.get(i)));
            // a row that its author gave no id is known by nothing but what it says
            boolean numbered = row.id().equals(table.id() + "#" + number);
            String key = numbered ? String.join(" | ", texts) : row.id();
            while (lines.containsKey(key)) {
                key += "'";
            }
            lines.put(key, new Line(row, cells));
        }
        return lines;
    }

    @Nullable
    Column column(String key) {
        return columns.stream()
                .filter(column -> column.key.equals(key))
                .findFirst()
                .orElse(null);
    }

    /** A row of this table's columns from cells by their columns' keys; a cell that is not given is the second's. */
    TableText.Row row(String id, Map<String, String> cells) {
        return new TableText.Row(
                id,
                texts(Kind.CONDITION, cells, "-"),
                texts(Kind.CONCLUSION, cells, "null"),
                texts(Kind.ANNOTATION, cells, ""));
    }

    private List<String> texts(Kind kind, Map<String, String> cells, String otherwise) {
        return columns.stream()
                .filter(column -> column.kind == kind)
                .map(column -> cells.getOrDefault(column.key, otherwise))
                .toList();
    }

    /** The keys of the rows that two versions have, in the order of this one. */
    List<String> common(Grid other) {
        return lines.keySet().stream().filter(other.lines::containsKey).toList();
    }
}
