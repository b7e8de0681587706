package dev.keyline.engine.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A part of a column's values that no condition of the tables tells apart.
 *
 * @param low where it begins: a point's value, the bound it lies above; null when it has none
 * @param high where it ends
 * @param sample a value of it
 */
record Region(
        Form form,
        ValueKind kind,
        @Nullable Object low,
        @Nullable Object high,
        @Nullable Object sample) {
    enum Form {
        POINT,
        BETWEEN,
        OTHER_TEXT,
        NOTHING,
        /** Values of a column that no condition asks for and whose kind is unknown. */
        UNTOLD
    }

    /**
     * Divides a column's values.
     *
     * @param values that conditions compare with
     * @param allowed what every value but null satisfies; null for every value
     */
    static List<Region> of(ValueKind kind, Collection<Object> values, @Nullable Condition allowed, boolean absent) {
        List<Region> regions = new ArrayList<>();
        for (ValueKind each : ValueKind.values()) {
            boolean asked = values.stream().anyMatch(value -> Values.kind(value) == each);
            if (each == kind ? each != ValueKind.ANY : asked && kind == ValueKind.ANY) {
                regions.addAll(line(each, values));
            }
        }
        if (allowed != null) {
            regions.removeIf(region -> !allowed.matches(region.sample));
        }
        if (regions.isEmpty()) {
            regions.add(new Region(Form.UNTOLD, ValueKind.ANY, null, null, null));
        }
        if (absent) {
            regions.add(new Region(Form.NOTHING, ValueKind.ANY, null, null, null));
        }
        return List.copyOf(regions);
    }

    private static List<Region> line(ValueKind kind, Collection<Object> values) {
        TreeSet<Object> points = new TreeSet<>(Values::compare);
        values.stream().filter(value -> Values.kind(value) == kind).forEach(points::add);
        List<Region> regions = new ArrayList<>();
        if (kind == ValueKind.BOOLEAN) {
            points.add(true);
            points.add(false);
        }
        Object last = null;
        for (Object point : points) {
            if (kind.isOrdered()) {
                between(kind, last, point, regions);
            }
            regions.add(new Region(Form.POINT, kind, point, point, point));
            last = point;
        }
        if (kind.isOrdered()) {
            between(kind, last, null, regions);
        } else if (kind == ValueKind.TEXT) {
            regions.add(new Region(Form.OTHER_TEXT, kind, null, null, otherThan(points)));
        }
        return regions;
    }

    private static void between(ValueKind kind, @Nullable Object low, @Nullable Object high, List<Region> regions) {
        Object sample = Values.between(kind, low, high);
        if (sample != null) {
            regions.add(new Region(Form.BETWEEN, kind, low, high, sample));
        }
    }

    private static String otherThan(TreeSet<Object> points) {
        String other = "other";
        for (int i = 2; points.contains(other); i++) {
            other = "other " + i;
        }
        return other;
    }
}
