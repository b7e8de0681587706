package dev.keyline.coverage.assign;

import java.util.Arrays;
import java.util.Comparator;

/** What a resource would be worth if it were one pool for all jobs, none of them costing anything. */
final class OnePool {
    private static final int DOUBLINGS = 30;

    private OnePool() {}

    /**
     * Lets a bound begin with the best of these prices, each resource taken by itself: from prices of nothing, ascent would
     * have to find out first that no single agent may be cheaper than the others.
     */
    static void price(CapacityBound bound) {
        double[][] best = bound.prices();
        double most = bound.evaluate();
        for (int r = 0; r < bound.problem().resources; r++) {
            double price = price(bound.problem(), r, bound.room(r));
            for (int other = 0; other < bound.problem().resources; other++) {
                Arrays.fill(bound.multiplier[other], other == r ? price : 0);
            }
            double value = bound.evaluate();
            if (value > most) {
                most = value;
                best = bound.prices();
            }
        }
        bound.take(best);
    }

    /**
     * Lets a bound of the cost begin with prices in proportion to those that prove what must be left open: what is open then
     * costs whatever is best, as long as all that may be open is.
     */
    static void priceInProportion(CapacityBound bound, double[][] proof) {
        AssignmentProblem problem = bound.problem();
        double dearest = Arrays.stream(problem.cost).max().orElse(1);
        double lightest = Arrays.stream(problem.penalty).min().orElse(1);
        double[][] best = bound.prices();
        double most = bound.evaluate();
        double price = Math.max(1, dearest) / lightest * Math.pow(2, -DOUBLINGS / 2.0);
        for (int k = 0; k < DOUBLINGS; k++) {
            for (int r = 0; r < problem.resources; r++) {
                for (int i = 0; i < problem.agents; i++) {
                    bound.multiplier[r][i] = price * proof[r][i];
                }
            }
            bound.multiplier[problem.resources][0] = price;
            double value = bound.evaluate();
            if (value > most) {
                most = value;
                best = bound.prices();
            }
            price *= 2;
        }
        bound.take(best);
    }

    /** The penalty by weight of the first job to find no room when those with the most of it come first; 0 where all do. */
    private static double price(AssignmentProblem problem, int resource, double room) {
        double[] weight = new double[problem.jobs];
        Integer[] order = new Integer[problem.jobs];
        for (int job = 0; job < problem.jobs; job++) {
            order[job] = job;
            weight[job] = lightest(problem, resource, job);
        }
        Arrays.sort(order, Comparator.comparingDouble(job -> -problem.penalty[job] / weight[job]));
        double left = room;
        for (int job : order) {
            if (weight[job] > 0 && !Double.isInfinite(weight[job])) {
                left -= weight[job];
                if (left < 0) {
                    return problem.penalty[job] / weight[job];
                }
            }
        }
        return 0;
    }

    private static double lightest(AssignmentProblem problem, int resource, int job) {
        double least = Double.POSITIVE_INFINITY;
        for (int pair = problem.first[job]; pair < problem.first[job + 1]; pair++) {
            least = Math.min(least, (double) problem.weight(resource, job, pair));
        }
        return least;
    }
}
