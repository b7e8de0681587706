package dev.keyline.coverage.assign;

import java.util.Arrays;

/**
 * A lower bound that relaxes that each job goes to exactly one agent: every job has a price, and each agent takes the jobs
 * that pay best within its own limit of resource 0, its knapsack. Tighter than {@link CapacityBound}, whose prices it keeps
 * for the other resources and budgets; for problems whose limits are small whole numbers.
 */
final class KnapsackBound {
    private final AssignmentProblem problem;
    private final CapacityBound relaxed;
    private final Prospects prospects;
    private final int bits;
    /** What all weights are multiples of. */
    private final long grain;

    private final int[] firstOf;
    private final int[] pairOf;
    private final int[] jobOf;
    /** By pair: cost with the prices of all resources but the first, in parts of a unit. */
    private final long[] cost;

    private final long penaltyPrice;
    private final long constant;
    private final long[] profit;
    private final int[] item;
    private final boolean[] take;
    /** By job: how many agents took it at the last prices, and the last of their pairs. */
    final int[] times;

    final int[] taken;
    private long cells;

    /** @param prospects the pairs that knapsacks may hold */
    KnapsackBound(CapacityBound relaxed, Prospects prospects) {
        this.relaxed = relaxed;
        this.prospects = prospects;
        this.problem = relaxed.problem();
        this.bits = Math.min(10, relaxed.bits());
        this.grain = grain(problem);
        int[] count = new int[problem.agents + 1];
        for (int agent : problem.agent) {
            count[agent + 1]++;
        }
        for (int i = 0; i < problem.agents; i++) {
            count[i + 1] += count[i];
        }
        this.firstOf = count.clone();
        this.pairOf = new int[problem.pairs()];
        this.jobOf = new int[problem.pairs()];
        this.cost = new long[problem.pairs()];
        this.constant = relaxed.agentsExact(1).roundedDown(bits);
        int coarser = relaxed.bits() - bits;
        long[][] rounded = relaxed.rounded();
        for (int job = 0; job < problem.jobs; job++) {
            for (int pair = problem.first[job]; pair < problem.first[job + 1]; pair++) {
                int slot = count[problem.agent[pair]]++;
                pairOf[slot] = pair;
                jobOf[slot] = job;
                long others = 0;
                for (int r = 1; r < problem.resources; r++) {
                    others += rounded[r][problem.agent[pair]] * problem.own[r][job];
                }
                // rounded down: a cost that is too small keeps the bound valid
                cost[pair] = (problem.cost[pair] << bits) + (others >> coarser);
            }
        }
        this.penaltyPrice = relaxed.rounded(relaxed.priceOfPenalty()) >> coarser;
        int largest = 0;
        int most = 0;
        for (int i = 0; i < problem.agents; i++) {
            largest = Math.max(largest, capacity(i));
            most = Math.max(most, firstOf[i + 1] - firstOf[i]);
        }
        this.profit = new long[largest + 1];
        this.item = new int[most];
        this.take = new boolean[Math.multiplyExact(most, largest + 1)];
        this.times = new int[problem.jobs];
        this.taken = new int[problem.jobs];
    }

    /** Cells of the tables of one evaluation; what is not a few million is better left to the other bound. */
    static long cells(AssignmentProblem problem) {
        double cells = 0;
        for (int agent : problem.agent) {
            cells += problem.limit[0][agent];
        }
        return (long) Math.min(cells / grain(problem), 9e18);
    }

    private static long grain(AssignmentProblem problem) {
        long grain = 0;
        for (long weight : problem.load) {
            long other = weight;
            while (other != 0) {
                long rest = grain % other;
                grain = other;
                other = rest;
            }
        }
        return Math.max(1, grain);
    }

    private int capacity(int agent) {
        return firstOf[agent] == firstOf[agent + 1] ? 0 : Math.toIntExact(problem.limit[0][agent] / grain);
    }

    /** The cells filled so far. */
    long work() {
        return cells;
    }

    /** A start: what each job costs at the capacity bound's prices. */
    double[] firstPrices() {
        double[] price = new double[problem.jobs];
        for (int job = 0; job < problem.jobs; job++) {
            double least = Double.POSITIVE_INFINITY;
            for (int pair = problem.first[job]; pair < problem.first[job + 1]; pair++) {
                least = Math.min(least, relaxed.reduced(job, pair));
            }
            price[job] = Double.isInfinite(least) ? 0 : least;
        }
        return price;
    }

    /** The bound at a price for each job, calculated with whole numbers; {@link #times} and {@link #taken} say who took what. */
    Sum evaluate(double[] price) {
        Sum bound = new Sum(bits);
        bound.add(constant);
        long[] rounded = rounded(price);
        Arrays.fill(times, 0);
        for (int job = 0; job < problem.jobs; job++) {
            if (problem.first[job] < problem.first[job + 1]) {
                bound.add(rounded[job]);
                if (relaxed.mayOpen()) {
                    long open = CapacityBound.saturated(penaltyPrice, problem.penalty[job]) - rounded[job];
                    if (open < 0) {
                        bound.add(open);
                        times[job]++;
                        taken[job] = AssignmentProblem.NONE;
                    }
                }
            }
        }
        for (int i = 0; i < problem.agents; i++) {
            bound.add(knapsack(i, rounded));
        }
        return bound;
    }

    private long[] rounded(double[] price) {
        return Arrays.stream(price)
                .mapToLong(of -> Math.round(of * (1L << bits)))
                .toArray();
    }

    /**
     * Rules out pairs with which the bound reaches a cost: the job in this agent's knapsack, and in no other that would
     * have it.
     *
     * @param price as last evaluated
     * @param bound what that gave
     */
    void ruleOut(double[] price, Sum bound, long cost) {
        long[] rounded = rounded(price);
        long[] lossIn = new long[problem.pairs()];
        long[] lossOut = new long[problem.pairs()];
        for (int agent = 0; agent < problem.agents; agent++) {
            if (problem.price[0][agent] == Price.NONE) {
                force(agent, rounded, lossIn, lossOut);
            }
        }
        long room = bound.below(cost - 1);
        for (int job = 0; job < problem.jobs; job++) {
            long takenAway = 0;
            for (int pair = problem.first[job]; pair < problem.first[job + 1]; pair++) {
                takenAway += lossOut[pair];
            }
            for (int pair = problem.first[job]; pair < problem.first[job + 1]; pair++) {
                if (lossIn[pair] + takenAway - lossOut[pair] > room) {
                    prospects.ruleOut(pair);
                }
            }
        }
    }

    private void force(int agent, long[] price, long[] lossIn, long[] lossOut) {
        int size = firstOf[agent + 1] - firstOf[agent];
        long[] gain = new long[size];
        int[] weight = new int[size];
        int items = 0;
        for (int slot = firstOf[agent]; slot < firstOf[agent + 1]; slot++) {
            if (prospects.has(pairOf[slot])) {
                gain[items] = price[jobOf[slot]] - cost[pairOf[slot]];
                weight[items] = (int) (problem.load[pairOf[slot]] / grain);
                item[items++] = slot;
            }
        }
        ForcedKnapsack forced = new ForcedKnapsack(gain, weight, items, capacity(agent));
        cells += forced.work();
        for (int k = 0; k < items; k++) {
            lossIn[pairOf[item[k]]] = forced.lossIn[k];
            lossOut[pairOf[item[k]]] = forced.lossOut[k];
        }
    }

    /** The least that an agent's best knapsack costs, less the prices of its jobs. */
    private long knapsack(int agent, long[] price) {
        int capacity = capacity(agent);
        int width = capacity + 1;
        Arrays.fill(profit, 0, width, 0);
        int items = 0;
        for (int slot = firstOf[agent]; slot < firstOf[agent + 1]; slot++) {
            long gain = price[jobOf[slot]] - cost[pairOf[slot]];
            if (gain > 0 && prospects.has(pairOf[slot])) {
                int weight = (int) (problem.load[pairOf[slot]] / grain);
                int row = items * width;
                for (int room = capacity; room >= weight; room--) {
                    long with = profit[room - weight] + gain;
                    boolean better = with > profit[room];
                    take[row + room] = better;
                    if (better) {
                        profit[room] = with;
                    }
                }
                Arrays.fill(take, row, row + Math.min(weight, width), false);
                item[items++] = slot;
            }
        }
        cells += (long) items * width;
        return choose(agent, items, width);
    }

    private long choose(int agent, int items, int width) {
        Price of = problem.price[0][agent];
        int room = width - 1;
        long least = (of.at(room * grain) << bits) - profit[room];
        if (of != Price.NONE) {
            for (int sum = 0; sum < width; sum++) {
                long here = (of.at(sum * grain) << bits) - profit[sum];
                if (here < least) {
                    least = here;
                    room = sum;
                }
            }
        }
        for (int k = items - 1; k >= 0; k--) {
            if (take[k * width + room]) {
                int pair = pairOf[item[k]];
                times[jobOf[item[k]]]++;
                taken[jobOf[item[k]]] = pair;
                room -= (int) (problem.load[pair] / grain);
            }
        }
        return least;
    }
}
