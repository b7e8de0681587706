package dev.keyline.coverage.assign;

import static dev.keyline.coverage.assign.AssignmentProblem.NONE;

import java.util.Arrays;

/**
 * What is left of a whole problem once pairs are ruled out, taken as one part: CP-SAT finds something better in it, or proves
 * how little better that can be.
 */
final class Remainder {
    /** With more pairs than these there is nothing to expect of a proof in a minute. */
    private static final int MOST_PAIRS = 2_000;

    private final AssignmentProblem problem;
    private final Prospects prospects;
    private final ExactPart exact;
    private final Proof proof;
    private final Incumbent incumbent;

    /** @param exact one that proves */
    Remainder(Prospects prospects, ExactPart exact, Proof proof, Incumbent incumbent) {
        this.problem = exact.problem();
        this.prospects = prospects;
        this.exact = exact;
        this.proof = proof;
        this.incumbent = incumbent;
    }

    /** Whether there is something to expect of a proof. */
    static boolean isSmall(Prospects prospects) {
        return prospects.count() <= MOST_PAIRS;
    }

    /** Where jobs have no choice that is left, that is settled at once; where too much is left, nothing is done. */
    void settle(double seconds, long seed) {
        if (!isSmall(prospects)) {
            return;
        }
        Worth known = incumbent.worth();
        int[] now = incumbent.pairs();
        boolean mayOpen = known.open() > problem.unavoidable();
        Standing rest = new Standing(problem);
        int[] free = new int[problem.jobs];
        int[][] allowed = new int[problem.jobs][];
        int count = 0;
        for (int job = 0; job < problem.jobs; job++) {
            int[] left = prospects.of(job);
            if (problem.first[job] == problem.first[job + 1]) {
                continue;
            }
            if (mayOpen) {
                left = Arrays.copyOf(left, left.length + 1);
                left[left.length - 1] = NONE;
            }
            if (left.length == 0) {
                proof.offer(known.cost());
                return;
            }
            if (left.length == 1 && !mayOpen) {
                rest.put(job, left[0]);
            } else {
                free[count] = job;
                allowed[count++] = left;
            }
        }
        if (!rest.feasible()) {
            proof.offer(known.cost());
        } else {
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
