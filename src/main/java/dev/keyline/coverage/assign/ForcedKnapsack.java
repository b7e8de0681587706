package dev.keyline.coverage.assign;

import java.util.Arrays;

/**
 * The best knapsack of a few items, and how much less it is worth once one item must be in it or must not. Best knapsacks of
 * the items before and of those after each are put together, as is known from variable fixing by Lagrangian bounds.
 */
final class ForcedKnapsack {
    private final long[] gain;
    private final int[] weight;
    private final int items;
    private final int width;
    /** By item and room: the best of the items before it, those with a gain only. */
    private final long[][] before;

    final long[] lossIn;
    final long[] lossOut;

    /**
     * Calculates all losses.
     *
     * @param gain by item; may be below 0
     * @param weight by item, at most the capacity
     */
    ForcedKnapsack(long[] gain, int[] weight, int items, int capacity) {
        this.gain = gain;
        this.weight = weight;
        this.items = items;
        this.width = capacity + 1;
        this.before = new long[items + 1][];
        this.lossIn = new long[items];
        this.lossOut = new long[items];
        fillBefore();
        force();
    }

    private void fillBefore() {
        before[0] = new long[width];
        for (int k = 0; k < items; k++) {
            before[k + 1] = gain[k] > 0 ? with(before[k].clone(), k) : before[k];
        }
    }

    /** The same array with one more item to choose from. */
    private long[] with(long[] best, int k) {
        for (int room = width - 1; room >= weight[k]; room--) {
            best[room] = Math.max(best[room], best[room - weight[k]] + gain[k]);
        }
        return best;
    }

    private void force() {
        long best = before[items][width - 1];
        long[] after = new long[width];
        for (int k = items - 1; k >= 0; k--) {
            if (gain[k] > 0) {
                lossOut[k] = best - together(before[k], after, width - 1);
                lossIn[k] = best - gain[k] - together(before[k], after, width - 1 - weight[k]);
                after = with(after, k);
            } else {
                lossIn[k] = best - gain[k] - before[items][width - 1 - weight[k]];
            }
        }
    }

    private static long together(long[] one, long[] other, int room) {
        long best = Long.MIN_VALUE;
        for (int first = 0; first <= room; first++) {
            best = Math.max(best, one[first] + other[room - first]);
        }
        return best;
    }

    /** The cells that were filled and put together. */
    long work() {
        return (long) Arrays.stream(gain, 0, items).filter(one -> one > 0).count() * width * 4;
    }
}
