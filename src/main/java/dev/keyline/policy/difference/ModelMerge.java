package dev.keyline.policy.difference;

import dev.keyline.engine.table.DmnDocument;
import dev.keyline.engine.table.TableText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two changes of one model put together: rows by rows, and all else as a whole, of the side that changed it.
 *
 * @param text holds both sides' changes, and mine where they contradict each other
 * @param conflicts where they do; empty: none
 */
public record ModelMerge(String text, List<Conflict> conflicts) {
    public ModelMerge {
        conflicts = List.copyOf(conflicts);
    }

    /**
     * A place that both sides changed, each otherwise.
     *
     * @param table its id; null when it lies outside of every table
     */
    public record Conflict(@Nullable String table, RowMerge.Conflict place) {}

    /**
     * Merges two changes of a DMN model.
     *
     * @throws dev.keyline.engine.RejectedTextException when a text is not well-formed
     */
    public static ModelMerge ofModels(String base, String mine, String theirs) {
        return new Merging(new Side(base), new Side(mine), new Side(theirs)).merge();
    }

    /** Merges two changes of a text without tables, which only one side may have changed. */
    public static ModelMerge ofTexts(String base, String mine, String theirs) {
        if (mine.equals(theirs) || theirs.equals(base)) {
            return new ModelMerge(mine, List.of());
        }
        return mine.equals(base)
                ? new ModelMerge(theirs, List.of())
                : new ModelMerge(mine, List.of(outside("the text")));
    }

    /** Both sides changed something that has no rows, each otherwise. */
    public static Conflict outside(String what) {
        return new Conflict(
                null, new RowMerge.Conflict(null, "text", null, null, null, "both changed " + what + ": mine is kept"));
    }

    /** A model as its tables, and as all that is no row. */
    private static final class Side {
        private final String text;
        private final Map<String, TableText> tables = new HashMap<>();
        private final String frame;

        Side(String text) {
            this.text = text;
            DmnDocument document = DmnDocument.read("model", text);
            for (TableText table : document.tables()) {
                tables.put(table.id(), table);
                document.replaceRows(table.withRows(List.of()));
            }
            this.frame = document.text();
        }
    }

    private static final class Merging {
        private final Side base;
        private final Side mine;
        private final Side theirs;
        private final Side frame;
        private final List<Conflict> conflicts = new ArrayList<>();

        Merging(Side base, Side mine, Side theirs) {
            this.base = base;
            this.mine = mine;
            this.theirs = theirs;
            this.frame = frame();
        }

        ModelMerge merge() {
            DmnDocument merged = DmnDocument.read("model", frame.text);
            boolean changed = false;
            for (String id : base.tables.keySet()) {
                TableText present = frame.tables.get(id);
                TableText rows = rows(id);
                if (present == null) {
                    refuseLost(id, frame == mine ? theirs : mine);
                } else if (rows != null && !rows.rows().equals(present.rows())) {
                    merged.replaceRows(rows);
                    changed = true;
                }
            }
            return new ModelMerge(changed ? merged.text() : frame.text, conflicts);
        }

        private Side frame() {
            if (mine.frame.equals(theirs.frame) || theirs.frame.equals(base.frame)) {
                return mine;
            }
            if (mine.frame.equals(base.frame)) {
                return theirs;
            }
            conflicts.add(outside("something else than rows"));
            return mine;
        }

        /** Null where a side has the table no longer, or each side has given it other columns. */
        private @Nullable TableText rows(String id) {
            TableText was = base.tables.get(id);
            TableText my = mine.tables.get(id);
            TableText their = theirs.tables.get(id);
            if (was == null || my == null || their == null) {
                return null;
            }
            RowMerge merge = RowMerge.merge(was, my, their);
            merge.conflicts().forEach(conflict -> conflicts.add(new Conflict(id, conflict)));
            boolean ofMyColumns = merge.merged().inputs().equals(my.inputs())
                    && merge.merged().outputs().equals(my.outputs());
            return ofMyColumns || frame == theirs ? merge.merged() : null;
        }

        private void refuseLost(String id, Side other) {
            TableText was = base.tables.get(id);
            TableText now = other.tables.get(id);
            if (was != null && now != null && !RowDifference.between(was, now).isEmpty()) {
                conflicts.add(new Conflict(
                        id,
                        new RowMerge.Conflict(
                                null,
                                "table",
                                was.decision(),
                                null,
                                null,
                                "table " + id + " is removed by one side and its rows changed by the other: it is left"
                                        + " out")));
            }
        }
    }
}
