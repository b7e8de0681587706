package dev.keyline.coverage.assign;

import static dev.keyline.coverage.assign.AssignmentProblem.NONE;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The pairs of each job that look best at a bound's prices, and what differences are worth there. */
final class Candidates {
    final AssignmentProblem problem;
    /** By pair: how much more than its job's best, at the bound's prices. */
    final double[] regret;

    private final CapacityBound bound;
    private final int[] start;
    private final int[] best;
    private final double scale;

    /** @param most pairs of each job */
    Candidates(CapacityBound bound, int most) {
        this.bound = bound;
        this.problem = bound.problem();
        this.regret = regrets(bound);
        this.start = new int[problem.jobs + 1];
        int[] chosen = new int[problem.pairs()];
        double[] second = new double[problem.jobs];
        int filled = 0;
        int seconds = 0;
        for (int job = 0; job < problem.jobs; job++) {
            start[job] = filled;
            int[] order = ascending(job);
            int kept = Math.min(most, order.length);
            System.arraycopy(order, 0, chosen, filled, kept);
            filled += kept;
            if (order.length > 1) {
                second[seconds++] = regret[order[1]];
            }
        }
        start[problem.jobs] = filled;
        this.best = Arrays.copyOf(chosen, filled);
        this.scale = scale(Arrays.copyOf(second, seconds));
    }

    private static double[] regrets(CapacityBound bound) {
        AssignmentProblem problem = bound.problem();
        double[] regret = new double[problem.pairs()];
        for (int job = 0; job < problem.jobs; job++) {
            double least = Double.POSITIVE_INFINITY;
            for (int pair = problem.first[job]; pair < problem.first[job + 1]; pair++) {
                regret[pair] = bound.reduced(job, pair);
                least = Math.min(least, regret[pair]);
            }
            for (int pair = problem.first[job]; pair < problem.first[job + 1]; pair++) {
                regret[pair] -= least;
            }
        }
        return regret;
    }

    private int[] ascending(int job) {
        int from = problem.first[job];
        int size = problem.first[job + 1] - from;
        long[] keyed = new long[size];
        for (int k = 0; k < size; k++) {
            // a non-negative float's bits sort as it does, which spares boxed pairs
            keyed[k] = ((long) Float.floatToIntBits((float) regret[from + k]) << 32) | k;
        }
        Arrays.sort(keyed);
        int[] order = new int[size];
        for (int k = 0; k < size; k++) {
            order[k] = from + (int) keyed[k];
        }
        return order;
    }

    private static double scale(double[] second) {
        if (second.length == 0) {
            return 1;
        }
        Arrays.sort(second);
        double median = second[second.length / 2];
        double capped = 0;
        for (double value : second) {
            capped += median > 0 ? Math.min(value, 3 * median) : value;
        }
        return Math.max(1e-3, capped / second.length);
    }

    /** The usual difference between a job's two best. */
    double scale() {
        return scale;
    }

    /** Pairs in all. */
    int size() {
        return best.length;
    }

    int pick(int job, SplittableRandom random) {
        int size = start[job + 1] - start[job];
        return size == 0 ? NONE : best[start[job] + random.nextInt(size)];
    }

    /** The pairs of a job, the best first. */
    int[] of(int job) {
        return Arrays.copyOfRange(best, start[job], start[job + 1]);
    }

    /** By resource and agent: what a unit above the limit should cost at the least. */
    double[][] overloadPrices() {
        double[][] price = new double[problem.resources][problem.agents];
        for (int r = 0; r < problem.resources; r++) {
            double mean = Arrays.stream(bound.multiplier[r])
                    .map(value -> Math.max(0, value))
                    .average()
                    .orElse(0);
            double least = Math.max(0.3 * mean, scale / bound.unit(r));
            for (int i = 0; i < problem.agents; i++) {
                price[r][i] = Math.max(bound.multiplier[r][i], least);
            }
        }
        return price;
    }

    /** By job: more than its holder can save anybody. */
    double[] openPrices() {
        double mean = Arrays.stream(problem.penalty).average().orElse(1);
        return Arrays.stream(problem.penalty)
                .mapToDouble(penalty -> scale * Math.max(30, 1000 * penalty / mean))
                .toArray();
    }
}
