package dev.keyline.coverage.assign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A lower bound that relaxes what links jobs to each other: every agent has a price for each unit of each resource, each job
 * goes where it is cheapest, and each agent holds whatever sums pay best at these prices. A limit on open jobs has a
 * price of its own. Valid for any prices; {@link Ascent} finds good ones.
 */
final class CapacityBound {
    private final AssignmentProblem problem;
    private final Floor[][] floor;
    private final int[][] near;
    private final double[] unit;
    /** By resource and agent, then the price of a penalty. */
    final double[][] multiplier;

    private final boolean mayOpen;
    private final long openBudget;
    private final boolean openPriceFixed;
    private final long[][] used;
    private final int bits;
    private long opened;

    private CapacityBound(AssignmentProblem problem, boolean mayOpen, long openBudget, boolean openPriceFixed) {
        this.problem = problem;
        this.mayOpen = mayOpen;
        this.openBudget = openBudget;
        this.openPriceFixed = openPriceFixed;
        this.floor = new Floor[problem.resources][problem.agents];
        this.near = new int[problem.resources][problem.agents];
        this.used = new long[problem.resources][problem.agents];
        this.unit = new double[problem.resources];
        this.multiplier = new double[problem.resources + 1][problem.agents];
        this.multiplier[problem.resources] = new double[1];
        long[][] reach = new long[problem.resources][problem.agents];
        double[] total = new double[problem.resources];
        for (int job = 0; job < problem.jobs; job++) {
            for (int pair = problem.first[job]; pair < problem.first[job + 1]; pair++) {
                for (int r = 0; r < problem.resources; r++) {
                    reach[r][problem.agent[pair]] += problem.weight(r, job, pair);
                    total[r] += problem.weight(r, job, pair);
                }
            }
        }
        long largest = 1;
        for (int r = 0; r < problem.resources; r++) {
            unit[r] = Math.max(1, total[r] / Math.max(1, problem.pairs()));
            for (int i = 0; i < problem.agents; i++) {
                floor[r][i] = Floor.of(problem.price[r][i], Math.min(problem.limit[r][i], reach[r][i]));
                for (long value : floor[r][i].value) {
                    largest = Math.max(largest, Math.abs(value));
                }
            }
        }
        for (long cost : problem.cost) {
            largest = Math.max(largest, Math.abs(cost));
        }
        this.bits = Math.max(0, Math.min(20, Long.numberOfLeadingZeros(largest) - 4));
        if (openPriceFixed) {
            multiplier[problem.resources][0] = 1;
        }
    }

    /** Of the cost, among the assignments that leave open no more than a sum of penalties, the unavoidable included. */
    static CapacityBound ofCost(AssignmentProblem problem, long openBudget) {
        long avoidable = Math.max(0, openBudget - problem.unavoidable());
        return new CapacityBound(problem, avoidable > 0, avoidable, false);
    }

    /** Of the penalties of open jobs, the unavoidable left out. */
    static CapacityBound ofPenalties(AssignmentProblem problem) {
        CapacityBound bound = new CapacityBound(problem.withoutCosts(), true, 0, true);
        OnePool.price(bound);
        return bound;
    }

    /** A copy of all prices. */
    double[][] prices() {
        return Arrays.stream(multiplier).map(double[]::clone).toArray(double[][]::new);
    }

    /** Takes prices from a copy, of this or another bound of the same agents. */
    void take(double[][] prices) {
        for (int r = 0; r < prices.length; r++) {
            System.arraycopy(prices[r], 0, multiplier[r], 0, prices[r].length);
        }
    }

    /**
     * By how much more than there is of it everything is asked for at the prices last evaluated, in the order of the prices:
     * the way in which they should change.
     *
     * @param into by resource and agent in mean weights, then open penalties in parts of what may be open
     */
    void excess(double[][] into) {
        for (int r = 0; r < problem.resources; r++) {
            for (int i = 0; i < problem.agents; i++) {
                into[r][i] = (used[r][i] - floor[r][i].at[near[r][i]]) / unit[r];
            }
        }
        into[problem.resources][0] = mayOpen && !openPriceFixed ? (opened - openBudget) / openUnit() : 0;
    }

    /** Changes the prices by a step along a direction in the units of {@link #excess}; no limit has a price below 0. */
    void change(double[][] direction, double step) {
        for (int r = 0; r < problem.resources; r++) {
            for (int i = 0; i < problem.agents; i++) {
                multiplier[r][i] += step * direction[r][i] / unit[r];
                if (problem.price[r][i] == Price.NONE) {
                    multiplier[r][i] = Math.max(0, multiplier[r][i]);
                }
            }
        }
        double[] prices = multiplier[problem.resources];
        if (!openPriceFixed) {
            prices[0] = Math.max(0, prices[0] + step * direction[problem.resources][0] / openUnit());
        }
    }

    private double openUnit() {
        return Math.max(1, openBudget);
    }

    AssignmentProblem problem() {
        return problem;
    }

    boolean mayOpen() {
        return mayOpen;
    }

    double priceOfPenalty() {
        return multiplier[problem.resources][0];
    }

    int bits() {
        return bits;
    }

    /** All that agents can hold of a resource. */
    double room(int resource) {
        return Arrays.stream(floor[resource]).mapToDouble(Floor::reach).sum();
    }

    /** The mean weight of a pair in a resource, at least 1. */
    double unit(int resource) {
        return unit[resource];
    }

    /** What a pair costs at the present prices of its agent. */
    double reduced(int job, int pair) {
        int i = problem.agent[pair];
        double value = problem.cost[pair] + multiplier[0][i] * problem.load[pair];
        for (int r = 1; r < problem.resources; r++) {
            value += multiplier[r][i] * problem.own[r][job];
        }
        return value;
    }

    /** The bound at the present prices, but for rounding, and what would be used at them. */
    double evaluate() {
        double value = openPriceFixed ? 0 : -priceOfPenalty() * openBudget;
        for (int r = 0; r < problem.resources; r++) {
            Arrays.fill(used[r], 0);
            for (int i = 0; i < problem.agents; i++) {
                Floor own = floor[r][i];
                int k = own.near(multiplier[r][i], near[r][i]);
                near[r][i] = k;
                value += own.value[k] - multiplier[r][i] * own.at[k];
            }
        }
        opened = 0;
        for (int job = 0; job < problem.jobs; job++) {
            int end = problem.first[job + 1];
            double least = mayOpen ? priceOfPenalty() * problem.penalty[job] : Double.POSITIVE_INFINITY;
            int choice = AssignmentProblem.NONE;
            for (int pair = problem.first[job]; pair < end; pair++) {
                double here = reduced(job, pair);
                if (here < least) {
                    least = here;
                    choice = pair;
                }
            }
            if (choice != AssignmentProblem.NONE) {
                for (int r = 0; r < problem.resources; r++) {
                    used[r][problem.agent[choice]] += problem.weight(r, job, choice);
                }
                value += least;
            } else if (problem.first[job] < end) {
                opened += problem.penalty[job];
                value += least;
            }
        }
        return value;
    }

    /** The bound at the present prices, rounded to whole parts of a unit and calculated with whole numbers. */
    long exact() {
        return exact(rounded()).roundedUp();
    }

    private Sum exact(long[][] rounded) {
        Sum bound = agentsExact(0);
        for (int job = 0; job < problem.jobs; job++) {
            if (problem.first[job] < problem.first[job + 1]) {
                bound.add(leastExact(rounded, job));
            }
        }
        return bound;
    }

    /** What a job with an agent who may hold it costs at the least, in units of one over the power of two of {@link #bits}. */
    long leastExact(long[][] rounded, int job) {
        long penalty = openPriceFixed ? 1L << bits : rounded(priceOfPenalty());
        long least = mayOpen ? saturated(penalty, problem.penalty[job]) : Long.MAX_VALUE;
        for (int pair = problem.first[job]; pair < problem.first[job + 1]; pair++) {
            least = Math.min(least, reducedExact(rounded, job, pair));
        }
        return least;
    }

    private long reducedExact(long[][] rounded, int job, int pair) {
        long here = problem.cost[pair] << bits;
        for (int r = 0; r < problem.resources; r++) {
            here += rounded[r][problem.agent[pair]] * problem.weight(r, job, pair);
        }
        return here;
    }

    /** Rules out pairs with which the bound reaches a cost, that of something it is about. */
    void ruleOut(long cost, Prospects prospects) {
        long[][] rounded = rounded();
        long room = exact(rounded).below(cost - 1);
        for (int job = 0; job < problem.jobs; job++) {
            long least = leastExact(rounded, job);
            for (int pair = problem.first[job]; pair < problem.first[job + 1]; pair++) {
                if (reducedExact(rounded, job, pair) - least > room) {
                    prospects.ruleOut(pair);
                }
            }
        }
    }

    /** What agents and budgets add to the bound, in the resources from one on. */
    Sum agentsExact(int fromResource) {
        Sum sum = new Sum(bits);
        long[][] rounded = rounded();
        for (int r = fromResource; r < problem.resources; r++) {
            for (int i = 0; i < problem.agents; i++) {
                sum.add(floor[r][i].least(rounded[r][i], bits));
            }
        }
        if (!openPriceFixed) {
            sum.addProduct(-rounded(priceOfPenalty()), openBudget);
        }
        return sum;
    }

    /** By agent: what another like it would save at most, which is what it takes on at the present prices less what it pays. */
    List<Long> another() {
        List<Long> saving = new ArrayList<>();
        long[][] rounded = rounded();
        for (int i = 0; i < problem.agents; i++) {
            Sum sum = new Sum(bits);
            for (int r = 0; r < problem.resources; r++) {
                sum.add(-floor[r][i].least(rounded[r][i], bits));
            }
            saving.add(Math.max(0, sum.roundedUp()));
        }
        return saving;
    }

    /** Multipliers by resource and agent in whole parts of a unit, small enough that no product overflows. */
    long[][] rounded() {
        long[][] rounded = new long[problem.resources][problem.agents];
        for (int r = 0; r < problem.resources; r++) {
            for (int i = 0; i < problem.agents; i++) {
                long most = (1L << 60) / Math.max(1, floor[r][i].reach());
                rounded[r][i] = Math.max(-most, Math.min(most, rounded(multiplier[r][i])));
            }
        }
        return rounded;
    }

    long rounded(double price) {
        return Math.round(price * (1L << bits));
    }

    static long saturated(long price, long count) {
        return Math.multiplyHigh(price, count) != 0 || price * count < 0 ? Long.MAX_VALUE : price * count;
    }
}
