package dev.keyline.engine.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table made by chance, with an evaluation of its own that shares nothing with the table form but the text. */
public final class GeneratedTable {
    private static final List<String> POLICIES = List.of(
            "UNIQUE",
            "FIRST",
            "ANY",
            "PRIORITY",
            "RULE ORDER",
            "OUTPUT ORDER",
            "COLLECT",
            "COLLECT SUM",
            "COLLECT COUNT",
            "COLLECT MIN",
            "COLLECT MAX");
    private static final List<String> TYPES = List.of("number", "string", "boolean", "date");
    private static final LocalDate BEGIN = LocalDate.of(2026, 3, 1);

    private final List<String> types;
    private final String policy;
    private final boolean hasDefault;
    private final List<Row> rows;

    private GeneratedTable(List<String> types, String policy, boolean hasDefault, List<Row> rows) {
        this.types = types;
        this.policy = policy;
        this.hasDefault = hasDefault;
        this.rows = rows;
    }

    private record Cell(String text, Predicate<Object> holds, List<Object> values) {}

    private record Row(String id, List<Cell> cells, int output) {}

    public static GeneratedTable of(Random random) {
        List<String> types = IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(i -> TYPES.get(random.nextInt(TYPES.size())))
                .toList();
        List<Row> rows = IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> row("row-" + i, types, random))
                .toList();
        return new GeneratedTable(types, POLICIES.get(random.nextInt(POLICIES.size())), random.nextInt(3) == 0, rows);
    }

    private static Row row(String id, List<String> types, Random random) {
        return new Row(id, types.stream().map(type -> cell(type, random)).toList(), 1 + random.nextInt(3));
    }

    /** Another version: rows exchanged, removed, doubled, or with another cell or output, or none of it. */
    public GeneratedTable changed(Random random) {
        List<Row> changed = new ArrayList<>(rows);
        for (int times = random.nextInt(3); times > 0 && !changed.isEmpty(); times--) {
            int at = random.nextInt(changed.size());
            Row row = changed.get(at);
            switch (random.nextInt(5)) {
                case 0 -> Collections.swap(changed, at, random.nextInt(changed.size()));
                case 1 -> changed.remove(at);
                case 2 -> changed.add(new Row(row.id + "-again", row.cells, row.output));
                case 3 -> changed.set(at, new Row(row.id, row.cells, 1 + random.nextInt(3)));
                default -> {
                    List<Cell> cells = new ArrayList<>(row.cells);
                    int column = random.nextInt(cells.size());
                    cells.set(column, cell(types.get(column), random));
                    changed.set(at, new Row(row.id, cells, row.output));
                }
            }
        }
        return new GeneratedTable(types, policy, hasDefault, changed);
    }

    private static Cell cell(String type, Random random) {
        int shape = random.nextInt(8);
        if (shape == 0) {
            return new Cell("-", value -> true, List.of());
        }
        if (shape == 1) {
            Cell inner = positive(type, random);
            return new Cell("not(" + inner.text + ")", inner.holds.negate(), inner.values);
        }
        return positive(type, random);
    }

    private static Cell positive(String type, Random random) {
        Cell one = test(type, random);
        if (random.nextInt(4) > 0) {
            return one;
        }
        Cell two = test(type, random);
        List<Object> values = new ArrayList<>(one.values);
        values.addAll(two.values);
        return new Cell(one.text + ", " + two.text, one.holds.or(two.holds), values);
    }

    private static Cell test(String type, Random random) {
        if (random.nextInt(12) == 0) {
            return new Cell("null", value -> value == null, List.of());
        }
        boolean ordered = type.equals("number") || type.equals("date");
        Comparable<Object> one = literal(type, random);
        String text = text(one);
        int shape = random.nextInt(ordered ? 8 : 3);
        return switch (shape) {
            case 0 -> new Cell(text, one::equals, List.of(one));
            case 1 -> new Cell("= " + text, one::equals, List.of(one));
            case 2 -> new Cell("!= " + text, value -> !one.equals(value), List.of(one));
            case 3 -> new Cell("< " + text, value -> value != null && one.compareTo(value) > 0, List.of(one));
            case 4 -> new Cell("<= " + text, value -> value != null && one.compareTo(value) >= 0, List.of(one));
            case 5 -> new Cell("> " + text, value -> value != null && one.compareTo(value) < 0, List.of(one));
            case 6 -> new Cell(">=" + text, value -> value != null && one.compareTo(value) <= 0, List.of(one));
            default -> range(one, literal(type, random), random.nextBoolean(), random.nextBoolean());
        };
    }

    private static Cell range(Comparable<Object> low, Comparable<Object> high, boolean withLow, boolean withHigh) {
        return new Cell(
                (withLow ? "[" : "(") + text(low) + ".." + text(high) + (withHigh ? "]" : ")"),
                value -> value != null
                        && (withLow ? low.compareTo(value) <= 0 : low.compareTo(value) < 0)
                        && (withHigh ? high.compareTo(value) >= 0 : high.compareTo(value) > 0),
                List.of(low, high));
    }

    @SuppressWarnings("unchecked") // one column's values are of one type
    private static Comparable<Object> literal(String type, Random random) {
        return (Comparable<Object>)
                switch (type) {
                    case "number" -> (Comparable<?>) BigDecimal.valueOf(random.nextInt(6));
                    case "string" -> String.valueOf((char) ('a' + random.nextInt(3)));
                    case "boolean" -> random.nextBoolean();
                    default -> BEGIN.plusDays(random.nextInt(6));
                };
    }

    private static String text(Object value) {
        if (value instanceof LocalDate) {
            return "date(\"" + value + "\")";
        }
        return value instanceof String ? "\"" + value + "\"" : value.toString();
    }

    /** Every case that this table or another of the same columns can tell apart: one value for each column. */
    public List<List<Object>> cases(GeneratedTable other) {
        List<List<Object>> cases = List.of(List.of());
        for (int column = 0; column < types.size(); column++) {
            List<Object> samples = samples(column, other);
            cases = cases.stream()
                    .flatMap(begun -> samples.stream().map(value -> {
                        List<Object> longer = new ArrayList<>(begun);
                        longer.add(value);
                        return longer;
                    }))
                    .collect(Collectors.toList());
        }
        return cases;
    }

    private List<Object> samples(int column, GeneratedTable other) {
        TreeSet<Object> values = new TreeSet<>();
        for (GeneratedTable table : List.of(this, other)) {
            table.rows.forEach(row -> values.addAll(row.cells.get(column).values));
        }
        List<Object> samples = new ArrayList<>(values);
        switch (types.get(column)) {
            case "number" -> {
                for (Object value : values) {
                    Object next = values.higher(value);
                    samples.add(
                            next == null
                                    ? ((BigDecimal) value).add(BigDecimal.TEN)
                                    : ((BigDecimal) value)
                                            .add((BigDecimal) next)
                                            .divide(new BigDecimal(2)));
                }
                samples.add(BigDecimal.valueOf(-7));
            }
            case "string" -> samples.add("something else");
            case "boolean" -> samples = new ArrayList<>(List.of(true, false));
            default -> {
                for (Object value : values) {
                    LocalDate day = ((LocalDate) value).plusDays(1);
                    if (!values.contains(day)) {
                        samples.add(day);
                    }
                }
                samples.add(BEGIN.minusYears(1));
            }
        }
        samples.add(null);
        return samples;
    }

    /** What the table answers, worked out row by row. */
    public String answer(List<Object> values) {
        List<Integer> outputs = rows.stream()
                .filter(row -> IntStream.range(0, values.size())
                        .allMatch(i -> row.cells.get(i).holds.test(values.get(i))))
                .map(Row::output)
                .toList();
        if (outputs.isEmpty()) {
            return hasDefault ? "3" : policy.equals("COLLECT") ? "[]" : policy.endsWith("COUNT") ? "0" : "null";
        }
        long distinct = outputs.stream().distinct().count();
        return switch (policy) {
            case "UNIQUE" -> outputs.size() > 1 ? "error" : outputs.get(0).toString();
            case "ANY" -> distinct > 1 ? "error" : outputs.get(0).toString();
            case "FIRST" -> outputs.get(0).toString();
            case "PRIORITY" -> byPriority(outputs).get(0).toString();
            case "OUTPUT ORDER" -> byPriority(outputs).toString();
            case "RULE ORDER", "COLLECT" -> outputs.toString();
            case "COLLECT COUNT" -> String.valueOf(distinct);
            case "COLLECT SUM" ->
                String.valueOf(outputs.stream().mapToInt(Integer::intValue).sum());
            case "COLLECT MIN" -> Collections.min(outputs).toString();
            default -> Collections.max(outputs).toString();
        };
    }

    private static List<Integer> byPriority(List<Integer> outputs) {
        List<Integer> priorities = Arrays.asList(2, 3, 1);
        return outputs.stream()
                .sorted(java.util.Comparator.comparing(priorities::indexOf))
                .toList();
    }

    /** The cases in which two versions answer differently. */
    public List<List<Object>> differences(GeneratedTable other) {
        return cases(other).stream()
                .filter(values -> !answer(values).equals(other.answer(values)))
                .toList();
    }

    /** A witness of the table form as this table's values. */
    public List<Object> values(Map<String, Object> witness) {
        return IntStream.range(0, types.size())
                .mapToObj(i -> witness.get("in" + i))
                .collect(Collectors.toList());
    }

    /** Values by the names of the inputs. */
    public Map<String, Object> inputs(List<Object> values) {
        Map<String, Object> inputs = new TreeMap<>();
        IntStream.range(0, values.size()).forEach(i -> inputs.put("in" + i, values.get(i)));
        return inputs;
    }

    /** The table in the table form. */
    public DecisionTable meant() {
        DmnDocument model = DmnDocument.read("generated.dmn", model());
        return DecisionTable.of(model.tables().get(0), ModelTypes.of(model));
    }

    /** A model of this one table. */
    public String model() {
        StringBuilder xml = new StringBuilder("""
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="g" name="g" namespace="urn:g">
                """);
        StringBuilder needs = new StringBuilder();
        StringBuilder inputs = new StringBuilder();
        for (int i = 0; i < types.size(); i++) {
            String type = types.get(i);
            xml.append("<inputData id='in%d' name='in%d'><variable name='in%d' typeRef='%s'/></inputData>"
                    .formatted(i, i, i, type));
            needs.append("<informationRequirement><requiredInput href='#in%d'/></informationRequirement>".formatted(i));
            inputs.append("<input><inputExpression typeRef='%s'><text>in%d</text></inputExpression></input>"
                    .formatted(type, i));
        }
        String[] words = policy.split(" (?=SUM|COUNT|MIN|MAX)", -1);
        boolean priority = policy.equals("PRIORITY") || policy.equals("OUTPUT ORDER");
        xml.append("<decision id='d' name='d'><variable name='d'/>").append(needs);
        xml.append("<decisionTable id='t' hitPolicy='").append(words[0]).append("'");
        xml.append(words.length > 1 ? " aggregation='" + words[1] + "'>" : ">").append(inputs);
        xml.append("<output>").append(priority ? "<outputValues><text>2, 3, 1</text></outputValues>" : "");
        xml.append(hasDefault ? "<defaultOutputEntry><text>3</text></defaultOutputEntry>" : "")
                .append("</output>");
        for (Row row : rows) {
            xml.append("<rule id='").append(row.id).append("'>");
            row.cells.forEach(cell -> xml.append("<inputEntry><text>")
                    .append(cell.text.replace("<", "&lt;"))
                    .append("</text></inputEntry>"));
            xml.append("<outputEntry><text>").append(row.output).append("</text></outputEntry></rule>");
        }
        return xml.append("</decisionTable></decision></definitions>").toString();
    }
}
