package dev.keyline.coverage.assign;

import java.util.Arrays;

/**
 * The pairs that anything better than the best assignment so far can still consist of. A pair is ruled out as soon as some
 * bound with the job there reaches the cost that is to be bettered, and for good: the best only gets better. What is left has
 * bounds of its own, and those are bounds of everything up to the cost of the best.
 *
 * <p>Several threads rule out and look; one that looks too early sees a pair more.
 */
final class Prospects {
    private final AssignmentProblem problem;
    private final boolean[] out;

    Prospects(AssignmentProblem problem) {
        this.problem = problem;
        this.out = new boolean[problem.pairs()];
    }

    boolean has(int pair) {
        return !out[pair];
    }

    void ruleOut(int pair) {
        out[pair] = true;
    }

    /** How many pairs are left. */
    int count() {
        int count = 0;
        for (boolean ruledOut : out) {
            count += ruledOut ? 0 : 1;
        }
        return count;
    }

    /** The pairs of a job that are left, in their order. */
    int[] of(int job) {
        int[] left = new int[problem.first[job + 1] - problem.first[job]];
        int count = 0;
        for (int pair = problem.first[job]; pair < problem.first[job + 1]; pair++) {
            if (has(pair)) {
                left[count++] = pair;
            }
        }
        return Arrays.copyOf(left, count);
    }
}
