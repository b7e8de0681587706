package dev.keyline.engine.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Goes through every case of a space, axis by axis, with the rows that can still match, and never through the cases one by
 * one: what the same rows lead to is looked at once, and a verdict ends a branch as soon as it is certain.
 */
public final class Sweep {
    /** Boxes before neighbours are merged, for each that may be answered. */
    private static final int PARTS = 25;

    /** What a verdict answers as long as the rows do not decide it. */
    public static final int OPEN = -1;

    private static final int OUTSIDE = Integer.MAX_VALUE;
    /** The verdict 0, also of what the budget did not reach. */
    private static final int NOTHING = ~0;

    private final Space space;
    private final Box within;
    private final Verdict verdict;
    private final Budget budget;
    private final int[] order;
    private final List<BitSet> certain = new ArrayList<>();
    private final List<int[]> nodes = new ArrayList<>();
    private final List<Integer> depths = new ArrayList<>();
    private final Map<List<Integer>, Integer> byChildren = new HashMap<>();
    private final List<Map<BitSet, Integer>> seen = new ArrayList<>();

    /**
     * Prepares to go through a box.
     *
     * @param budget steps that may be taken; when it is spent the result is not complete
     */
    public Sweep(Space space, Box within, Verdict verdict, Budget budget) {
        this.space = space;
        this.within = within;
        this.verdict = verdict;
        this.budget = budget;
        this.order = order();
        BitSet all = new BitSet(space.rows());
        all.set(0, space.rows());
        certain.add(all);
        for (int depth = order.length - 1; depth >= 0; depth--) {
            BitSet always = (BitSet) certain.get(0).clone();
            always.and(always(order[depth]));
            certain.add(0, always);
        }
        IntStream.range(0, order.length).forEach(depth -> seen.add(new HashMap<>()));
    }

    /** Judges cases by the rows that match. */
    public interface Verdict {
        /**
         * The verdict, from 0, once it is the same however the remaining axes turn out; {@link #OPEN} before.
         *
         * @param rows that can still match; not to be changed
         * @param certain rows that match whatever the remaining axes are
         */
        int of(BitSet rows, BitSet certain);

        /** The rows that still matter: those of which the verdict depends. */
        default BitSet relevant(BitSet rows, BitSet certain) {
            return rows;
        }
    }

    /** Cases of one verdict that lie together. */
    public record Found(int verdict, Box box) {}

    /**
     * What was found.
     *
     * @param complete false when the budget ended the search, so that there may be cases nobody looked at
     * @param more whether there is more than was asked for
     */
    public record Result(List<Found> found, boolean complete, boolean more) {
        public Result {
            found = List.copyOf(found);
        }
    }

    /** Columns of which most rows ask something come first: they part the rows. */
    private int[] order() {
        return IntStream.range(0, space.axes())
                .boxed()
                .sorted(Comparator.comparingInt((Integer axis) -> space.isOpaque(axis) ? 1 : 0)
                        .thenComparingInt(axis -> always(axis).cardinality())
                        .thenComparingInt(axis -> within.regions().get(axis).cardinality()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private BitSet always(int axis) {
        BitSet always = new BitSet(space.rows());
        always.set(0, space.rows());
        within.regions().get(axis).stream().forEach(region -> always.and(space.matching(axis, region)));
        return always;
    }

    /**
     * Cases of every verdict but 0, as few boxes as merging neighbours makes of them, disjoint.
     *
     * @param rows that are looked at
     * @param limit how many boxes at most
     */
    public Result find(BitSet rows, int limit) {
        boolean empty = within.regions().stream().anyMatch(BitSet::isEmpty);
        List<Found> found = new ArrayList<>();
        if (!empty) {
            int root = node(0, rows);
            collect(root, within, found, limit * PARTS);
        }
        List<Found> merged = merged(found);
        return new Result(
                merged.subList(0, Math.min(limit, merged.size())),
                !budget.isSpent(),
                found.size() >= limit * PARTS || merged.size() > limit);
    }

    /** A verdict is its own number's complement, a node its place. */
    private int node(int depth, BitSet candidates) {
        BitSet sure = certain.get(depth);
        BitSet rows = verdict.relevant(candidates, sure);
        int known = verdict.of(rows, sure);
        if (known != OPEN) {
            return ~known;
        }
        Integer before = seen.get(depth).get(rows);
        if (before != null) {
            return before;
        }
        int axis = order[depth];
        int[] children = new int[space.regions(axis)];
        Arrays.fill(children, OUTSIDE);
        within.regions().get(axis).stream().forEach(region -> children[region] = NOTHING);
        Map<BitSet, Integer> sameRows = new HashMap<>();
        for (int region = within.regions().get(axis).nextSetBit(0);
                region >= 0 && budget.spend(1 + rows.size() / 64);
                region = within.regions().get(axis).nextSetBit(region + 1)) {
            BitSet left = (BitSet) rows.clone();
            left.and(space.matching(axis, region));
            Integer child = sameRows.get(left);
            if (child == null) {
                child = node(depth + 1, left);
                sameRows.put(left, child);
            }
            children[region] = child;
        }
        int node = unique(depth, children);
        if (!budget.isSpent()) {
            seen.get(depth).put(rows, node);
        }
        return node;
    }

    private int unique(int depth, int[] children) {
        int[] distinct = Arrays.stream(children)
                .filter(child -> child != OUTSIDE)
                .distinct()
                .toArray();
        if (distinct.length == 1) {
            return distinct[0];
        }
        List<Integer> key = new ArrayList<>();
        key.add(depth);
        Arrays.stream(children).forEach(key::add);
        return byChildren.computeIfAbsent(key, ignored -> {
            nodes.add(children);
            depths.add(depth);
            return nodes.size() - 1;
        });
    }

    private void collect(int node, Box box, List<Found> found, int limit) {
        if (found.size() >= limit || node == NOTHING) {
            return;
        }
        if (node < 0) {
            found.add(new Found(~node, box));
            return;
        }
        int axis = order[depths.get(node)];
        Map<Integer, BitSet> byChild = new LinkedHashMap<>();
        int[] children = nodes.get(node);
        for (int region = 0; region < children.length; region++) {
            if (children[region] != OUTSIDE) {
                byChild.computeIfAbsent(children[region], child -> new BitSet()).set(region);
            }
        }
        byChild.forEach((child, regions) -> collect(child, box.with(axis, regions), found, limit));
    }

    /** Boxes of one verdict that differ on one axis only are one box. */
    private List<Found> merged(List<Found> found) {
        List<Found> boxes = found;
        int before;
        do {
            before = boxes.size();
            for (int axis = 0; axis < space.axes(); axis++) {
                Map<Found, BitSet> joined = new LinkedHashMap<>();
                for (Found each : boxes) {
                    BitSet regions = each.box().regions().get(axis);
                    Found key = new Found(each.verdict(), each.box().with(axis, new BitSet()));
                    joined.computeIfAbsent(key, ignored -> new BitSet()).or(regions);
                }
                int at = axis;
                boxes = joined.entrySet().stream()
                        .map(entry -> new Found(
                                entry.getKey().verdict(), entry.getKey().box().with(at, entry.getValue())))
                        .toList();
            }
        } while (boxes.size() < before);
        return boxes;
    }
}
