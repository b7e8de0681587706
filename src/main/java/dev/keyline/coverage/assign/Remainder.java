package dev.keyline.coverage.assign;

import static dev.keyline.coverage.assign.AssignmentProblem.NONE;

import java.util.Arrays;

/**
 * What is left of a whole problem once pairs are ruled out, taken as one part: CP-SAT finds something better in it, or proves
 * how little better that can be.
 */
final class Remainder {
    /** Pairs that are left; with more of them there is nothing to expect of a proof in a minute. */
    private static final int MOST_PAIRS = 6_000;

    private final AssignmentProblem problem;
    private final Prospects prospects;
    private final ExactPart exact;
    private final Proof proof;
    private final Incumbent incumbent;

    /** @param exact of a problem without prices on what agents hold: with them its proofs are about lines beside the prices */
    Remainder(Prospects prospects, ExactPart exact, Proof proof, Incumbent incumbent) {
        this.problem = exact.problem();
        this.prospects = prospects;
        this.exact = exact;
        this.proof = proof;
        this.incumbent = incumbent;
    }

    /** Where jobs have no choice that is left, that is settled at once; where there are too many choices, nothing is done. */
    void settle(double seconds, long seed) {
        Worth known = incumbent.worth();
        int[] now = incumbent.pairs();
        Standing rest = new Standing(problem);
        int[] free = new int[problem.jobs];
        int[][] allowed = new int[problem.jobs][];
        int count = 0;
        int pairs = 0;
        for (int job = 0; job < problem.jobs; job++) {
            int[] left = prospects.of(job);
            if (left.length == 0 && problem.first[job] < problem.first[job + 1]) {
                proof.offer(known.cost());
                return;
            }
            if (left.length == 1) {
                rest.put(job, left[0]);
            } else if (left.length > 1) {
                free[count] = job;
                allowed[count++] = left;
                pairs += left.length;
            }
        }
        if (!rest.feasible()) {
            proof.offer(known.cost());
        } else if (pairs <= MOST_PAIRS) {
            solve(rest, Arrays.copyOf(free, count), Arrays.copyOf(allowed, count), now, known, seconds, seed);
        }
    }

    private void solve(Standing rest, int[] free, int[][] allowed, int[] now, Worth known, double seconds, long seed) {
        int[] hint = Arrays.stream(free)
                .map(job -> now[job] != NONE && prospects.has(now[job]) ? now[job] : NONE)
                .toArray();
        int[] found = exact.solve(rest, free, allowed, hint, known, seconds, seed);
        long bound = exact.bound();
        if (found != null) {
            for (int k = 0; k < free.length; k++) {
                rest.put(free[k], found[k]);
            }
            incumbent.offer(rest);
        }
        proof.offer(Math.min(incumbent.worth().cost(), bound));
    }
}
