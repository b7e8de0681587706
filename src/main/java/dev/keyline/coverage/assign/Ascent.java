package dev.keyline.coverage.assign;

import java.util.Arrays;

/**
 * Improves the prices of a bound along an average of its subgradients. Each step aims at a value above the best so far, by
 * more as long as that is reached, by less when it is not.
 */
final class Ascent {
    private static final double MEMORY = 0.75;
    private static final int PATIENCE = 12;
    private static final double LEAST_RISE = 1e-6;

    private final CapacityBound bound;
    private final double[][] excess;
    private final double[][] direction;

    Ascent(CapacityBound bound) {
        this.bound = bound;
        this.excess = bound.prices();
        this.direction = bound.prices();
    }

    /**
     * Leaves the bound at the best prices found.
     *
     * @param known a cost that the bound cannot be above; infinite where none is known
     * @param until as {@link Effort#past}
     */
    void run(double known, int iterations, Effort effort, double until) {
        AssignmentProblem problem = bound.problem();
        double value = bound.evaluate();
        double bestValue = value;
        double[][] best = bound.prices();
        double rise = Math.max(1, 0.1 * Math.abs(value));
        int stalled = 0;
        rest();
        for (int k = 0; k < iterations && rise > LEAST_RISE * Math.abs(bestValue) && !effort.past(until); k++) {
            double square = turn();
            bound.change(direction, Math.max(0, Math.min(known, bestValue + rise) - value) / square);
            value = bound.evaluate();
            effort.pairs((long) problem.pairs() * problem.resources);
            if (value > bestValue) {
                stalled = value > bestValue + 0.1 * rise ? 0 : stalled;
                rise *= value > bestValue + 0.5 * rise ? 2 : 1;
                bestValue = value;
                best = bound.prices();
            }
            if (++stalled > PATIENCE) {
                rise *= 0.6;
                stalled = 0;
                bound.take(best);
                value = bound.evaluate();
                rest();
            }
        }
        bound.take(best);
        bound.evaluate();
    }

    private void rest() {
        for (double[] row : direction) {
            Arrays.fill(row, 0);
        }
    }

    /** Turns the direction towards the present subgradient, and says the square of its length. */
    private double turn() {
        bound.excess(excess);
        double square = 1e-9;
        for (int r = 0; r < direction.length; r++) {
            for (int i = 0; i < direction[r].length; i++) {
                direction[r][i] = MEMORY * direction[r][i] + (1 - MEMORY) * excess[r][i];
                square += direction[r][i] * direction[r][i];
            }
        }
        return square;
    }
}
