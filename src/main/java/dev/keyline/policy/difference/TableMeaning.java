package dev.keyline.policy.difference;

import dev.keyline.engine.table.Answer;
import dev.keyline.engine.table.Box;
import dev.keyline.engine.table.Budget;
import dev.keyline.engine.table.DecisionTable;
import dev.keyline.engine.table.HitPolicy;
import dev.keyline.engine.table.Space;
import dev.keyline.engine.table.Sweep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares what two versions of a table answer, in every case that either tells apart. */
final class TableMeaning implements Sweep.Verdict {
    private static final int SAME = 0;

    /** What both versions answer where they answer differently. */
    record Pair(Answer before, Answer after) {}

    private final DecisionTable before;
    private final DecisionTable after;
    private final Space space;
    private final int split;
    private final int[] classes;
    private final boolean comparable;
    private final List<Pair> pairs = new ArrayList<>();
    private final Map<Pair, Integer> known = new HashMap<>();
    private final Map<BitSet, Integer> decided = new HashMap<>();

    TableMeaning(DecisionTable before, DecisionTable after) {
        this.before = before;
        this.after = after;
        this.space = Space.of(before, after);
        this.split = before.rules().size();
        this.comparable = before.policy() == after.policy() && before.outputs().equals(after.outputs());
        this.classes = classes();
    }

    Space space() {
        return space;
    }

    /** The answers of a verdict. */
    Pair answers(int verdict) {
        return pairs.get(verdict - 1);
    }

    Sweep.Result differences(Budget budget, int limit) {
        BitSet all = new BitSet();
        all.set(0, space.rows());
        return new Sweep(space, space.whole(), this, budget).find(all, limit);
    }

    /** Rows of either version that match in the same cases and conclude the same have the same number. */
    private int[] classes() {
        record Twins(Box cases, List<DecisionTable.Conclusion> conclusions) {}
        Map<Twins, Integer> numbers = new HashMap<>();
        int[] found = new int[space.rows()];
        for (int row = 0; row < found.length; row++) {
            DecisionTable.Rule rule =
                    row < split ? before.rules().get(row) : after.rules().get(row - split);
            Twins of = new Twins(space.of(row), rule.conclusions());
            Integer number = numbers.putIfAbsent(of, numbers.size());
            found[row] = number == null ? numbers.size() - 1 : number;
        }
        return found;
    }

    @Override
    public BitSet relevant(BitSet rows, BitSet certain) {
        BitSet relevant = rows;
        if (before.policy() == HitPolicy.FIRST) {
            relevant = upToFirstCertain(relevant, certain, 0, split);
        }
        if (after.policy() == HitPolicy.FIRST) {
            relevant = upToFirstCertain(relevant, certain, split, space.rows());
        }
        return relevant;
    }

    private static BitSet upToFirstCertain(BitSet rows, BitSet certain, int from, int to) {
        for (int row = rows.nextSetBit(from); row >= 0 && row < to; row = rows.nextSetBit(row + 1)) {
            if (certain.get(row)) {
                BitSet left = (BitSet) rows.clone();
                left.clear(row + 1, Math.max(to, row + 1));
                return left;
            }
        }
        return rows;
    }

    @Override
    public int of(BitSet rows, BitSet certain) {
        if (comparable && isAlike(rows)) {
            return SAME;
        }
        BitSet uncertain = (BitSet) rows.clone();
        uncertain.andNot(certain);
        return uncertain.isEmpty() ? decided.computeIfAbsent(rows, this::decide) : Sweep.OPEN;
    }

    /** Whether the rows that are left of both versions are twins, so that whichever match, the answers are one. */
    private boolean isAlike(BitSet rows) {
        int old = rows.nextSetBit(0);
        int young = rows.nextSetBit(split);
        while (old >= 0 && old < split && young >= 0 && classes[old] == classes[young]) {
            old = rows.nextSetBit(old + 1);
            young = rows.nextSetBit(young + 1);
        }
        if ((old < 0 || old >= split) && young < 0) {
            return true;
        }
        return !before.policy().isOrdered()
                && Arrays.equals(classesOf(rows, 0, split), classesOf(rows, split, space.rows()));
    }

    private int[] classesOf(BitSet rows, int from, int to) {
        return rows.stream()
                .filter(row -> row >= from && row < to)
                .map(row -> classes[row])
                .sorted()
                .toArray();
    }

    private int decide(BitSet rows) {
        Answer was = Answer.of(before, rules(before, rows.get(0, split)));
        Answer is = Answer.of(after, rules(after, rows.get(split, space.rows())));
        if (was.text().equals(is.text())) {
            return SAME;
        }
        return known.computeIfAbsent(new Pair(was, is), pair -> {
            pairs.add(pair);
            return pairs.size();
        });
    }

    private static List<DecisionTable.Rule> rules(DecisionTable table, BitSet rows) {
        return rows.stream().mapToObj(table.rules()::get).toList();
    }

    /** Why a difference found may be none, or need not be met: what the table form cannot see. */
    List<String> limits() {
        List<String> limits = new ArrayList<>();
        for (int axis = 0; axis < space.axes(); axis++) {
            if (space.isOpaque(axis)) {
                limits.add("only the engine knows when " + space.title(axis) + " holds");
            }
        }
        if (Stream.of(before, after)
                .flatMap(table -> table.rules().stream())
                .flatMap(rule -> rule.conclusions().stream())
                .anyMatch(conclusion -> !conclusion.literal())) {
            limits.add("expressions that rows answer are compared by their text");
        }
        if (!columns(before).equals(columns(after))) {
            limits.add(
                    "the columns are not the same: a column of one version only is taken for independent of the others");
        }
        return limits;
    }

    private static List<String> columns(DecisionTable table) {
        return table.columns().stream()
                .map(DecisionTable.Column::expression)
                .sorted()
                .toList();
    }
}
