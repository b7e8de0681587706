package dev.keyline.engine.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every case that one or several tables can tell apart: for each column the regions of its values between which no
 * condition differs, and which rows match in which region. Rows of several tables are numbered through.
 */
public final class Space {
    private final List<DecisionTable> tables;
    private final List<Axis> axes = new ArrayList<>();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final List<List<BitSet>> matching = new ArrayList<>();
    private final int rows;

    private Space(List<DecisionTable> tables) {
        this.tables = tables;
        this.rows = tables.stream().mapToInt(table -> table.rules().size()).sum();
        Map<String, List<DecisionTable.Column>> columns = new LinkedHashMap<>();
        tables.forEach(table -> table.columns()
                .forEach(column -> columns.computeIfAbsent(column.expression(), key -> new ArrayList<>())
                        .add(column)));
        columns.forEach((expression, same) -> {
            Link link = Link.of(expression, same.get(0).title(), columns.keySet());
            if (link != null && !links.containsKey(link.base())) {
                links.put(expression, link);
            }
        });
        columns.forEach((expression, same) -> {
            if (!links.containsKey(expression)) {
                addColumn(expression, same);
            }
        });
        columns.forEach((expression, same) -> addOpaque(expression, same.get(0).title()));
    }

    /** The space of a table, or of several whose columns are the same where their expressions are. */
    public static Space of(DecisionTable... tables) {
        return new Space(List.of(tables));
    }

    private void addColumn(String expression, List<DecisionTable.Column> same) {
        Set<Object> values = new LinkedHashSet<>();
        List<DecisionTable.Column> declaring =
                same.stream().filter(column -> column.allowed() != null).toList();
        declaring.forEach(column -> Objects.requireNonNull(column.allowed()).values(values::add));
        forEachRule((rule, table) -> conditions(rule, table, expression).forEach(each -> each.values(values::add)));
        links.values().stream()
                .filter(link -> link.base().equals(expression))
                .forEach(link -> link.comparison().values(values::add));
        ValueKind kind = same.get(0).kind();
        if (same.stream().anyMatch(column -> column.kind() != kind)) {
            add(new Axis(expression, same.get(0).title(), false, Region.of(ValueKind.ANY, values, null, true)));
            return;
        }
        // what one version allows and the other does not is a case too
        Condition allowed = declaring.size() < same.size()
                ? null
                : new Condition.AnyOf(
                        declaring.stream().map(column -> column.allowed()).toList());
        // a column beside it that asks whether it is null says that it may be
        boolean absent = same.stream().anyMatch(DecisionTable.Column::absent)
                || links.values().stream()
                        .anyMatch(link -> link.base().equals(expression)
                                && link.comparison().with() == null);
        add(new Axis(expression, same.get(0).title(), false, Region.of(kind, values, allowed, absent)));
    }

    private void add(Axis axis) {
        List<BitSet> byRegion = new ArrayList<>();
        for (Region region : axis.regions()) {
            BitSet set = new BitSet(rows);
            int[] row = {0};
            forEachRule((rule, table) -> set.set(row[0]++, matches(rule, table, axis, region.sample())));
            byRegion.add(set);
        }
        axes.add(axis);
        matching.add(byRegion);
    }

    private boolean matches(DecisionTable.Rule rule, DecisionTable table, Axis axis, @Nullable Object value) {
        return conditions(rule, table, axis.expression()).stream().allMatch(condition -> condition.matches(value))
                && links.values().stream()
                        .filter(link -> link.base().equals(axis.expression()))
                        .allMatch(link -> conditions(rule, table, link.expression()).stream()
                                .allMatch(condition -> condition.matches(link.value(value))));
    }

    /** What a row asks of a column, as far as it is not opaque. */
    private static List<Condition> conditions(DecisionTable.Rule rule, DecisionTable table, String expression) {
        List<Condition> conditions = new ArrayList<>(1);
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).expression().equals(expression)
                    && !(rule.conditions().get(i) instanceof Condition.Opaque)) {
                conditions.add(rule.conditions().get(i));
            }
        }
        return conditions;
    }

    /** An opaque cell is one unknown, and the same cell in another row or version the same unknown. */
    private void addOpaque(String expression, String title) {
        Map<String, BitSet> asking = new LinkedHashMap<>();
        int[] row = {0};
        forEachRule((rule, table) -> {
            for (int i = 0; i < table.columns().size(); i++) {
                if (table.columns().get(i).expression().equals(expression)
                        && rule.conditions().get(i) instanceof Condition.Opaque opaque) {
                    asking.computeIfAbsent(opaque.text(), text -> new BitSet(rows))
                            .set(row[0]);
                }
            }
            row[0]++;
        });
        asking.forEach((text, set) -> {
            String name = expression + " [" + text + "]";
            axes.add(new Axis(name, title + " [" + text + "]", true, List.of(known(true), known(false))));
            BitSet others = new BitSet(rows);
            others.set(0, rows);
            BitSet all = (BitSet) others.clone();
            others.andNot(set);
            matching.add(List.of(all, others));
        });
    }

    private static Region known(boolean holds) {
        return new Region(Region.Form.POINT, ValueKind.BOOLEAN, holds, holds, holds);
    }

    private interface EachRule {
        void accept(DecisionTable.Rule rule, DecisionTable table);
    }

    private void forEachRule(EachRule each) {
        tables.forEach(table -> table.rules().forEach(rule -> each.accept(rule, table)));
    }

    /** How many directions there are in which cases differ. */
    public int axes() {
        return axes.size();
    }

    /** How many regions an axis has. */
    public int regions(int axis) {
        return axes.get(axis).regions().size();
    }

    /** What people call an axis. */
    public String title(int axis) {
        return axes.get(axis).title();
    }

    /** The column's expression that an axis is, or the name of the unknown that an opaque cell is. */
    public String expression(int axis) {
        return axes.get(axis).expression();
    }

    /** Whether an axis is the unknown of an opaque cell. */
    public boolean isOpaque(int axis) {
        return axes.get(axis).opaque();
    }

    /** The region of an axis that is null; negative when its value is never null. */
    public int nothing(int axis) {
        return axes.get(axis).nothing();
    }

    /** The rows of all tables. */
    public int rows() {
        return rows;
    }

    /** Rows whose conditions on an axis hold in a region; not to be changed. */
    BitSet matching(int axis, int region) {
        return matching.get(axis).get(region);
    }

    /** Every case. */
    public Box whole() {
        List<BitSet> regions = new ArrayList<>();
        for (Axis axis : axes) {
            BitSet all = new BitSet();
            all.set(0, axis.regions().size());
            regions.add(all);
        }
        return new Box(regions);
    }

    /** The cases in which a row matches; empty regions on an axis where it matches none. */
    public Box of(int row) {
        List<BitSet> regions = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            BitSet chosen = new BitSet();
            for (int region = 0; region < regions(axis); region++) {
                chosen.set(region, matching(axis, region).get(row));
            }
            regions.add(chosen);
        }
        return new Box(regions);
    }

    /** The rows that match in the first case of a box. */
    public BitSet matching(Box box) {
        BitSet rowsThere = new BitSet(rows);
        rowsThere.set(0, rows);
        for (int axis = 0; axis < axes.size(); axis++) {
            rowsThere.and(matching(axis, box.regions().get(axis).nextSetBit(0)));
        }
        return rowsThere;
    }

    /** The first case of a box: values by the expressions of columns, and which unknowns hold. */
    public Map<String, @Nullable Object> witness(Box box) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < axes.size(); i++) {
            Axis axis = axes.get(i);
            Region region = axis.regions().get(box.regions().get(i).nextSetBit(0));
            if (region.form() != Region.Form.UNTOLD) {
                values.put(axis.expression(), region.sample());
                links.values().stream()
                        .filter(link -> link.base().equals(axis.expression()))
                        .forEach(link -> values.put(link.expression(), link.value(region.sample())));
            }
        }
        return values;
    }

    /** A box in words: {@code score from 60 to below 61, region "north"}; {@code any case} for every case. */
    public String words(Box box) {
        return words(box, whole());
    }

    /** A box in words that leave out what all cases of another box have in common with it. */
    public String words(Box box, Box within) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            if (!box.regions().get(i).equals(within.regions().get(i))) {
                parts.add(axes.get(i).title() + " "
                        + axes.get(i).words(box.regions().get(i)));
            }
        }
        return parts.isEmpty() ? "any case" : String.join(", ", parts);
    }

    /** Whether the values of other columns follow from an axis. */
    public boolean isFollowed(int axis) {
        return links.values().stream().anyMatch(link -> link.base().equals(expression(axis)));
    }
}
