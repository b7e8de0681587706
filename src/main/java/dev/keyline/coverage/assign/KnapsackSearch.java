package dev.keyline.coverage.assign;

import static dev.keyline.coverage.assign.AssignmentProblem.NONE;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Improves the prices of {@link KnapsackBound}, and makes assignments of what its knapsacks say on the way: what exactly one
 * agent takes is left there, the rest is placed anew.
 */
final class KnapsackSearch {
    private static final double TOO_MANY = 1 / 3.0;
    private static final int SETTLED = 150;
    private static final double LEAST_RISE = 2e-5;
    private static final int RULE_OUT_EVERY = 40;

    private final AssignmentProblem problem;
    private final KnapsackBound bound;
    private final Prospects prospects;
    private final Candidates candidates;
    private final ExactPart exact;
    private final Effort effort;
    private final Proof proof;
    private final Incumbent incumbent;
    private final SplittableRandom random;
    private double freed = 0.05;

    KnapsackSearch(
            CapacityBound relaxed,
            Prospects prospects,
            Candidates candidates,
            ExactPart exact,
            Effort effort,
            Proof proof,
            Incumbent incumbent,
            long seed) {
        this.problem = relaxed.problem();
        this.bound = new KnapsackBound(relaxed, prospects);
        this.prospects = prospects;
        this.candidates = candidates;
        this.exact = exact;
        this.effort = effort;
        this.proof = proof;
        this.incumbent = incumbent;
        this.random = new SplittableRandom(seed);
    }

    /** Ends early where the knapsacks disagree about too many jobs to place them anew. */
    void run(double until, double seconds) {
        double[] price = bound.firstPrices();
        double[] best = price.clone();
        double least = Double.NEGATIVE_INFINITY;
        double rise = Math.max(1, 0.002 * Math.abs(bound.evaluate(price).approximate()));
        int stalled = 0;
        int hopeless = 0;
        long work = 0;
        for (int turn = 0; !effort.past(until) && !proof.closed(incumbent.worth()) && hopeless < 20; turn++) {
            Sum sum = bound.evaluate(price);
            effort.cells(bound.work() - work);
            work = bound.work();
            double value = sum.approximate();
            if (value > least) {
                stalled = value > least + 0.1 * rise ? 0 : stalled;
                rise *= value > least + 0.5 * rise ? 2 : 1;
                least = value;
                best = price.clone();
                proof.offer(Math.min(sum.roundedUp(), incumbent.worth().cost()));
            }
            if (turn % RULE_OUT_EVERY == RULE_OUT_EVERY - 1 && proof.isAbout(incumbent.worth())) {
                bound.ruleOut(price, sum, incumbent.worth().cost());
            }
            if (++stalled > 10) {
                rise = Math.max(LEAST_RISE * Math.abs(least), rise * 0.7);
                stalled = 0;
                price = best.clone();
            }
            int disagreed = 0;
            for (int job = 0; job < problem.jobs; job++) {
                disagreed += (1 - bound.times[job]) * (1 - bound.times[job]);
            }
            if (turn > SETTLED && turn % 2 == 0) {
                hopeless = place(seconds) ? 0 : hopeless + 1;
            }
            double length = (least + rise - value) / Math.max(1, disagreed) * (0.7 + 0.6 * random.nextDouble());
            for (int job = 0; job < problem.jobs; job++) {
                price[job] += length * (1 - bound.times[job]);
            }
        }
    }

    /** False where too many jobs are free. */
    private boolean place(double seconds) {
        Standing rest = new Standing(problem);
        int[] free = new int[problem.jobs];
        int count = 0;
        for (int job = 0; job < problem.jobs; job++) {
            if (bound.times[job] == 1 && random.nextDouble() >= freed && bound.taken[job] != NONE) {
                rest.put(job, bound.taken[job]);
            } else if (problem.first[job] < problem.first[job + 1]) {
                free[count++] = job;
            }
        }
        if (count > TOO_MANY * problem.jobs) {
            freed = Math.max(0, freed * 0.8 - 0.002);
            return false;
        }
        free = Arrays.copyOf(free, count);
        int[][] allowed = new int[count][];
        int[] hint = new int[count];
        int width = 4 + random.nextInt(8);
        for (int k = 0; k < count; k++) {
            int[] best = Arrays.stream(candidates.of(free[k]))
                    .filter(prospects::has)
                    .limit(width)
                    .toArray();
            if (best.length == 0) {
                return true; // nothing to be found among the closest
            }
            allowed[k] = best;
            hint[k] = best[0];
        }
        int[] found = exact.solve(
                rest, free, allowed, hint, incumbent.worth(), Math.min(seconds, effort.left()), random.nextLong());
        freed = exact.proved() ? Math.min(0.5, freed * 1.05 + 0.002) : Math.max(0, freed * 0.93 - 0.002);
        if (found != null) {
            for (int k = 0; k < count; k++) {
                rest.put(free[k], found[k]);
            }
            incumbent.offer(rest);
        }
        return true;
    }
}
