package dev.keyline.policy.difference;

import dev.keyline.engine.table.TableText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the text of a table, by the ids of its rows.
 *
 * @param decision what the table decides, as the newer version names it
 * @param changes of the table, then of its columns, then of its rows in the order of the newer version; empty: none
 */
public record RowDifference(String decision, List<Change> changes) {
    public RowDifference {
        changes = List.copyOf(changes);
    }

    /**
     * One change.
     *
     * @param row id; null for a change of the table or a column
     * @param column what people call it; null for a change of the table or a whole row
     * @param from the text before; null when there was none
     * @param to the text after; null when there is none
     * @param words the change as a sentence
     */
    public record Change(
            Kind kind,
            @Nullable String row,
            @Nullable String column,
            @Nullable String from,
            @Nullable String to,
            String words) {}

    /** What a change does. */
    public enum Kind {
        HIT_POLICY,
        COLUMN_ADDED,
        COLUMN_REMOVED,
        COLUMN_CHANGED,
        ROW_ADDED,
        ROW_REMOVED,
        ROW_MOVED,
        CELL_CHANGED
    }

    /** Compares two versions of a table. */
    public static RowDifference between(TableText before, TableText after) {
        Grid old = Grid.of(before);
        Grid young = Grid.of(after, old);
        List<Change> changes = new ArrayList<>();
        hitPolicy(before, after, changes);
        columns(old, young, changes);
        rows(old, young, changes);
        return new RowDifference(after.decision(), changes);
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    private static void hitPolicy(TableText before, TableText after, List<Change> changes) {
        String from = policy(before);
        String to = policy(after);
        if (!from.equals(to)) {
            changes.add(new Change(Kind.HIT_POLICY, null, null, from, to, "the hit policy " + from + " is now " + to));
        }
    }

    static String policy(TableText table) {
        return table.aggregation() == null ? table.hitPolicy() : table.hitPolicy() + " " + table.aggregation();
    }

    private static void columns(Grid old, Grid young, List<Change> changes) {
        for (Grid.Column was : old.columns()) {
            Grid.Column now = young.column(was.key());
            if (now == null) {
                changes.add(column(Kind.COLUMN_REMOVED, was.title(), was.header(), null, " is removed"));
            } else if (!was.header().equals(now.header()) || !was.title().equals(now.title())) {
                String from = was.header().equals(now.header()) ? was.title() : was.header();
                String to = was.header().equals(now.header()) ? now.title() : now.header();
                changes.add(column(Kind.COLUMN_CHANGED, was.title(), from, to, ": " + from + " is now " + to));
            }
        }
        young.columns().stream()
                .filter(now -> old.column(now.key()) == null)
                .forEach(now -> changes.add(column(Kind.COLUMN_ADDED, now.title(), null, now.header(), " is new")));
    }

    private static Change column(
            Kind kind, String title, @Nullable String from, @Nullable String to, String predicate) {
        return new Change(kind, null, title, from, to, "column " + title + predicate);
    }

    private static void rows(Grid old, Grid young, List<Change> changes) {
        List<String> before = List.copyOf(old.lines().keySet());
        List<String> after = List.copyOf(young.lines().keySet());
        Set<String> moved = moved(old.common(young), young.common(old));
        for (String key : after) {
            Grid.Line now = Objects.requireNonNull(young.lines().get(key));
            Grid.Line was = old.lines().get(key);
            String id = now.row().id();
            if (was == null) {
                changes.add(new Change(
                        Kind.ROW_ADDED,
                        id,
                        null,
                        null,
                        words(young, now),
                        "row " + id + " is new: " + words(young, now)));
                continue;
            }
            if (moved.contains(key)) {
                String from = String.valueOf(before.indexOf(key) + 1);
                String to = String.valueOf(after.indexOf(key) + 1);
                changes.add(new Change(
                        Kind.ROW_MOVED, id, null, from, to, "row " + id + " moved from place " + from + " to " + to));
            }
            cells(young, old, was, now, changes);
        }
        old.lines().forEach((key, was) -> {
            if (!young.lines().containsKey(key)) {
                String id = was.row().id();
                changes.add(new Change(
                        Kind.ROW_REMOVED,
                        id,
                        null,
                        words(old, was),
                        null,
                        "row " + id + " is removed: " + words(old, was)));
            }
        });
    }

    private static void cells(Grid young, Grid old, Grid.Line was, Grid.Line now, List<Change> changes) {
        for (Grid.Column column : young.columns()) {
            String from = was.cells().get(column.key());
            String to = now.cells().get(column.key());
            if (old.column(column.key()) != null && !Objects.equals(from, to)) {
                changes.add(new Change(
                        Kind.CELL_CHANGED,
                        now.row().id(),
                        column.title(),
                        from,
                        to,
                        "row " + now.row().id() + ": " + column.title() + " " + quoted(from) + " is now "
                                + quoted(to)));
            }
        }
    }

    private static String quoted(@Nullable String cell) {
        return cell == null || cell.isEmpty() ? "(nothing)" : cell;
    }

    /** A row as a sentence: what must hold, and what it answers. */
    static String words(Grid grid, Grid.Line line) {
        List<String> conditions = new ArrayList<>();
        List<String> conclusions = new ArrayList<>();
        for (Grid.Column column : grid.columns()) {
            String cell = line.cells().getOrDefault(column.key(), "");
            if (column.kind() == Grid.Kind.CONDITION && !cell.equals("-") && !cell.isEmpty()) {
                conditions.add(column.title() + " " + cell);
            } else if (column.kind() == Grid.Kind.CONCLUSION) {
                conclusions.add(column.title() + " " + cell);
            }
        }
        String when = conditions.isEmpty() ? "always" : "when " + String.join(", ", conditions);
        return when + " answer " + String.join(", ", conclusions);
    }

    /** The fewest of some keys that have to be moved to come from one order to another. */
    static Set<String> moved(List<String> before, List<String> after) {
        Map<String, Integer> places = new HashMap<>();
        before.forEach(key -> places.put(key, places.size()));
        int[] best = new int[after.size()];
        int[] previous = new int[after.size()];
        int[] tails = new int[after.size()];
        int length = 0;
        for (int i = 0; i < after.size(); i++) {
            best[i] = Objects.requireNonNull(places.get(after.get(i)));
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (best[tails[middle]] < best[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        Set<String> moved = new HashSet<>(after);
        for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
            moved.remove(after.get(i));
        }
        return moved;
    }
}
