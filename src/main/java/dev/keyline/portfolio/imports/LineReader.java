package dev.keyline.portfolio.imports;

import dev.keyline.portfolio.Consistency;
import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Field;
import dev.keyline.portfolio.FieldType;
import dev.keyline.portfolio.Refusal;
import dev.keyline.portfolio.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes rows of a file's lines, as one rule of the mapping says. */
final class LineReader {
    private final FileRule rule;
    private final Columns columns;

    LineReader(FileRule rule, Columns columns) {
        this.rule = rule;
        this.columns = columns;
    }

    /** Whether the rule wants the line at all. */
    boolean wants(CsvTable.Line line) {
        return rule.where().entrySet().stream().allMatch(only -> holds(line, only))
                && rule.unless().entrySet().stream().noneMatch(not -> holds(line, not));
    }

    private boolean holds(CsvTable.Line line, Map.Entry<String, Set<String>> condition) {
        return condition.getValue().contains(columns.text(line, condition.getKey()));
    }

    /** The rows of a line that is as long as the header; none when there are {@code refusals}, by column. */
    List<Row> rows(CsvTable.Line line, List<Refusal> refusals) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (CellReader cell : columns.fields()) {
            values.put(cell.field().name(), value(cell, line, refusals));
        }
        if (!columns.attributes().isEmpty()) {
            Map<String, @Nullable Object> attributes = new HashMap<>();
            for (CellReader cell : columns.attributes()) {
                attributes.put(cell.field().name(), value(cell, line, refusals));
            }
            values.put(Row.ATTRIBUTES, attributes);
        }
        List<Row> rows = columns.metrics().isEmpty() ? List.of(new Row(values)) : wide(values, line, refusals);
        for (Row row : rows) {
            for (Refusal refusal : Consistency.refusals(rule.entity(), row)) {
                refusals.add(
                        new Refusal(column(refusal.field()), "'" + row.get(refusal.field()) + "' " + refusal.reason()));
            }
        }
        return refusals.isEmpty() ? rows : List.of();
    }

    private List<Row> wide(Map<String, @Nullable Object> shared, CsvTable.Line line, List<Refusal> refusals) {
        List<Row> readings = new ArrayList<>();
        for (CellReader metric : columns.metrics()) {
            Object value = value(metric, line, refusals);
            if (value != null) {
                Map<String, @Nullable Object> reading = new LinkedHashMap<>(shared);
                reading.put("metric", metric.field().name());
                reading.put("value", value);
                readings.add(new Row(reading));
            }
        }
        return readings;
    }

    private @Nullable Object value(CellReader cell, CsvTable.Line line, List<Refusal> refusals) {
        String constant = cell.rule().constant();
        String text = constant == null ? columns.text(line, cell.rule()) : constant;
        Reading reading = constant == null ? cell.cell(text) : cell.read(constant);
        if (reading instanceof Reading.Refused refused) {
            refusals.add(new Refusal(column(cell.field().name()), "'" + text + "' " + refused.reason()));
            return null;
        }
        Object value = ((Reading.Value) reading).value();
        if (value == null && cell.field().required()) {
            refusals.add(new Refusal(
                    column(cell.field().name()), "is empty, and " + cell.field().name() + " is required"));
        }
        // an emptied list is an empty list: the column is never null
        return value == null && cell.field().type() == FieldType.LIST ? List.of() : value;
    }

    /** The column a field is read from: what its owner knows it by. */
    String column(String field) {
        return columns.fields().stream()
                .filter(cell -> cell.field().name().equals(field))
                .flatMap(cell -> cell.rule().columns().stream())
                .findFirst()
                .orElse(field);
    }

    /** Required fields that this file has no column for: enough for what is known already, not for something new. */
    List<String> missingForNew() {
        Set<String> read = columns.fieldNames();
        return rule.entity().fields().stream()
                .filter(Field::required)
                .map(Field::name)
                .filter(name -> !read.contains(name))
                .filter(name ->
                        !(rule.entity() == Entity.USAGE && !columns.metrics().isEmpty()))
                .toList();
    }
}
