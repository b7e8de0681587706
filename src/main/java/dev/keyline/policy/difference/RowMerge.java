package dev.keyline.policy.difference;

import dev.keyline.engine.table.TableText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two changes of one table put together, row by row and cell by cell.
 *
 * @param merged holds both sides' changes, and mine where they contradict each other
 * @param conflicts where they do; empty: none
 */
public record RowMerge(TableText merged, List<Conflict> conflicts) {
    public RowMerge {
        conflicts = List.copyOf(conflicts);
    }

    /**
     * A place that both sides changed, each otherwise.
     *
     * @param row id; null when it is the table's columns or the order of its rows
     * @param cell what people call the column; {@code row} for a whole row, {@code columns}, {@code order}
     * @param base the text both began with; null when there was none
     * @param mine null when I removed it
     * @param theirs null when they removed it
     * @param words the contradiction as a sentence
     */
    public record Conflict(
            @Nullable String row,
            String cell,
            @Nullable String base,
            @Nullable String mine,
            @Nullable String theirs,
            String words) {}

    /** Merges two changes of a table. Columns are merged as a whole: those of the side that changed them. */
    public static RowMerge merge(TableText base, TableText mine, TableText theirs) {
        Grid begun = Grid.of(base);
        return new Merging(begun, Grid.of(mine, begun), Grid.of(theirs, begun)).merge();
    }

    private static final class Merging {
        private final Grid base;
        private final Grid mine;
        private final Grid theirs;
        private final List<Conflict> conflicts = new ArrayList<>();

        Merging(Grid base, Grid mine, Grid theirs) {
            this.base = base;
            this.mine = mine;
            this.theirs = theirs;
        }

        RowMerge merge() {
            Grid shape = shape();
            List<TableText.Row> rows = new ArrayList<>();
            for (String key : order()) {
                TableText.Row row = row(shape, key);
                if (row != null) {
                    rows.add(row);
                }
            }
            return new RowMerge(shape.table().withRows(rows), conflicts);
        }

        private Grid shape() {
            if (shapeOf(mine).equals(shapeOf(theirs)) || shapeOf(theirs).equals(shapeOf(base))) {
                return mine;
            }
            if (shapeOf(mine).equals(shapeOf(base))) {
                return theirs;
            }
            conflicts.add(new Conflict(
                    null,
                    "columns",
                    shapeOf(base),
                    shapeOf(mine),
                    shapeOf(theirs),
                    "both changed the columns or the hit policy: mine are kept"));
            return mine;
        }

        private static String shapeOf(Grid grid) {
            StringBuilder text = new StringBuilder(RowDifference.policy(grid.table()));
            grid.columns()
                    .forEach(column -> text.append("; ")
                            .append(column.title())
                            .append(" = ")
                            .append(column.header()));
            return text.toString();
        }

        /** Every row of either side: in the order of the side that changed it, the other's new rows put in. */
        private Set<String> order() {
            boolean iMoved = hasMoved(mine);
            boolean theyMoved = hasMoved(theirs);
            if (iMoved && theyMoved && !mine.common(theirs).equals(theirs.common(mine))) {
                conflicts.add(new Conflict(
                        null,
                        "order",
                        String.join(", ", base.lines().keySet()),
                        String.join(", ", mine.lines().keySet()),
                        String.join(", ", theirs.lines().keySet()),
                        "both moved rows, each otherwise: my order is kept"));
            }
            boolean theyLead = theyMoved && !iMoved;
            Grid leading = theyLead ? theirs : mine;
            Grid following = theyLead ? mine : theirs;
            List<String> order = new ArrayList<>(leading.lines().keySet());
            int place = 0;
            for (String key : following.lines().keySet()) {
                int at = order.indexOf(key);
                if (at < 0) {
                    order.add(place++, key);
                } else {
                    place = at + 1;
                }
            }
            return new LinkedHashSet<>(order);
        }

        private boolean hasMoved(Grid side) {
            return !side.common(base).equals(base.common(side));
        }

        private TableText.@Nullable Row row(Grid shape, String key) {
            Grid.Line was = base.lines().get(key);
            Grid.Line my = mine.lines().get(key);
            Grid.Line their = theirs.lines().get(key);
            if (my == null || their == null) {
                Grid.Line kept = my == null ? Objects.requireNonNull(their) : my;
                if (was != null && kept.cells().equals(was.cells())) {
                    return null;
                }
                if (was != null) {
                    conflicts.add(removed(was, my, their));
                }
                return completed(shape, kept.row().id(), kept.cells(), was == null);
            }
            return shape.row(my.row().id(), cells(shape, was, my, their));
        }

        private Conflict removed(Grid.Line was, Grid.@Nullable Line my, Grid.@Nullable Line their) {
            return new Conflict(
                    was.row().id(),
                    "row",
                    RowDifference.words(base, was),
                    my == null ? null : RowDifference.words(mine, my),
                    their == null ? null : RowDifference.words(theirs, their),
                    "row " + was.row().id() + " is removed by " + (my == null ? "me" : "them") + " and changed by "
                            + (my == null ? "them" : "me") + ": the changed row is kept");
        }

        /** A new row of a side that does not know a conclusion of the other side has to be completed by a person. */
        private TableText.Row completed(Grid shape, String id, Map<String, String> cells, boolean isNew) {
            for (Grid.Column column : shape.columns()) {
                if (isNew && column.kind() == Grid.Kind.CONCLUSION && !cells.containsKey(column.key())) {
                    conflicts.add(new Conflict(
                            id,
                            column.title(),
                            null,
                            null,
                            null,
                            "row " + id + " has no " + column.title() + ", a column that the other side added"));
                }
            }
            return shape.row(id, cells);
        }

        private Map<String, String> cells(Grid shape, Grid.@Nullable Line was, Grid.Line my, Grid.Line their) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (Grid.Column column : shape.columns()) {
                String from = was == null ? null : was.cells().get(column.key());
                // a side without the column says nothing against what was
                String mineNow = my.cells().getOrDefault(column.key(), from);
                String theirsNow = their.cells().getOrDefault(column.key(), from);
                String chosen = Objects.equals(mineNow, from) ? theirsNow : mineNow;
                if (chosen != null) {
                    cells.put(column.key(), chosen);
                }
                if (!Objects.equals(mineNow, from)
                        && !Objects.equals(theirsNow, from)
                        && !Objects.equals(mineNow, theirsNow)) {
                    conflicts.add(new Conflict(
                            my.row().id(),
                            column.title(),
                            from,
                            mineNow,
                            theirsNow,
                            "row " + my.row().id() + ": " + column.title() + " is " + mineNow + " of mine and "
                                    + theirsNow + " of theirs"));
                }
            }
            return cells;
        }
    }
}
