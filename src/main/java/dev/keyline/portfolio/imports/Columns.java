package dev.keyline.portfolio.imports;

import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Field;
import dev.keyline.portfolio.FieldType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One rule of the mapping held against the header of one file: which column feeds what. */
final class Columns {
    private static final Field METRIC = Entity.USAGE.field("value").orElseThrow();

    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();
    private final List<CellReader> fields = new ArrayList<>();
    private final List<CellReader> attributes = new ArrayList<>();
    private final List<CellReader> metrics = new ArrayList<>();
    private final FileRule rule;
    private final long weeks;

    /**
     * @param attributeTypes the declared type of each custom attribute
     * @param weeks by which dates are moved
     */
    Columns(FileRule rule, List<String> header, Map<String, String> attributeTypes, long weeks) {
        this.rule = rule;
        this.weeks = weeks;
        for (int i = 0; i < header.size(); i++) {
            places.put(header.get(i), i);
        }
        places.remove("");
        rule.where().keySet().forEach(column -> use(column, rule.pointer() + "/where"));
        rule.unless().keySet().forEach(column -> use(column, rule.pointer() + "/unless"));
        readFields(header);
        readAttributes(header, attributeTypes);
        readMetrics(header);
    }

    private void readFields(List<String> header) {
        if (rule.fields() != null) {
            rule.fields()
                    .forEach((name, cell) ->
                            add(fields, rule.entity().field(name).orElseThrow(), cell));
            return;
        }
        for (Field field : rule.entity().fields()) {
            if (header.contains(field.name())) {
                add(fields, field, byName(field.name()));
            }
        }
        List<String> missing = new ArrayList<>(rule.indispensable());
        missing.removeAll(used);
        if (!missing.isEmpty()) {
            problems.add("has no column " + String.join(", ", missing) + ", without which there is no "
                    + rule.entity().spoken());
        }
    }

    private void readAttributes(List<String> header, Map<String, String> types) {
        if (rule.attributes() != null) {
            rule.attributes().forEach((name, attribute) -> {
                String declared = types.get(name);
                if (declared != null
                        && !CellRuleReader.attributeType(declared)
                                .equals(Optional.of(attribute.definition().type()))) {
                    problems.add("maps the attribute " + name + " with another type than it has already (" + declared
                            + "), at " + attribute.cell().pointer());
                }
                add(attributes, attribute.definition(), attribute.cell());
            });
            return;
        }
        for (String column : header) {
            if (!used.contains(column) && types.containsKey(column)) {
                FieldType type = CellRuleReader.attributeType(types.get(column)).orElseThrow();
                add(attributes, Field.attribute(column, type), byName(column));
            }
        }
    }

    private void readMetrics(List<String> header) {
        if (rule.metrics() != null) {
            rule.metrics().forEach((name, cell) -> add(metrics, metric(name), cell));
            return;
        }
        for (String column : header) {
            if (!column.isEmpty() && !used.contains(column)) {
                add(metrics, metric(column), byName(column));
            }
        }
    }

    // a cell without a number is no reading, so the value of a metric is not required of it
    private static Field metric(String name) {
        return Field.attribute(name, METRIC.type());
    }

    private CellRule byName(String column) {
        return CellRule.column(rule.pointer(), column, rule.formats());
    }

    private void add(List<CellReader> readers, Field field, CellRule cell) {
        cell.columns().forEach(column -> use(column, cell.pointer()));
        readers.add(new CellReader(field, cell, weeks));
    }

    private void use(String column, String pointer) {
        used.add(column);
        if (!places.containsKey(column)) {
            problems.add("has no column '" + column + "', which the mapping names at " + pointer
                    + Nearest.hint(column, places.keySet()));
        }
    }

    /** What the file lacks; nothing else may be asked of this while there is something. */
    List<String> problems() {
        return problems;
    }

    Set<String> used() {
        return used;
    }

    List<CellReader> fields() {
        return fields;
    }

    Set<String> fieldNames() {
        return fields.stream().map(cell -> cell.field().name()).collect(Collectors.toCollection(HashSet::new));
    }

    List<CellReader> attributes() {
        return attributes;
    }

    List<CellReader> metrics() {
        return metrics;
    }

    String text(CsvTable.Line line, String column) {
        return line.cells().get(places.getOrDefault(column, 0)).strip();
    }

    /** The text of a cell, or of several put together; empty when one of them is. */
    String text(CsvTable.Line line, CellRule cell) {
        if (cell.columns().size() == 1) {
            return text(line, cell.columns().get(0));
        }
        List<String> parts =
                cell.columns().stream().map(column -> text(line, column)).toList();
        return parts.contains("") ? "" : String.join(cell.join(), parts);
    }
}
