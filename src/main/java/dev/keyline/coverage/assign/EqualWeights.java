package dev.keyline.coverage.assign;

import static dev.keyline.coverage.assign.AssignmentProblem.NONE;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Solves a problem whose jobs all weigh the same, and in which nothing else is limited, exactly: it is a flow of least cost.
 * Job after job is placed along the shortest way on which others give place to it, the way out of the book included.
 */
final class EqualWeights {
    private static final long FAR = Long.MAX_VALUE / 4;

    private final AssignmentProblem problem;
    private final Standing standing;
    private final long weight;
    /** Outweighs all costs together. */
    private final long openPenalty;

    private final int out;
    private final long[] distance;
    /** By agent, and out: who gives place to the job before on the way here, and the agent they leave. */
    private final int[] moved;

    private final int[] from;
    private int placed;

    private EqualWeights(AssignmentProblem problem, long openPenalty) {
        this.problem = problem;
        this.standing = new Standing(problem);
        this.weight = problem.load[0];
        this.openPenalty = openPenalty;
        this.out = problem.agents;
        this.distance = new long[problem.agents + 1];
        this.moved = new int[problem.agents + 1];
        this.from = new int[problem.agents + 1];
    }

    /** The best assignment and its prices; null where the problem is not of this kind, or the effort is over before. */
    static @Nullable EqualWeights solve(AssignmentProblem problem, Effort effort) {
        long penalty = isOfThisKind(problem) ? outweighing(problem) : 0;
        if (penalty == 0) {
            return null;
        }
        EqualWeights flow = new EqualWeights(problem, penalty);
        for (; flow.placed < problem.jobs; flow.placed++) {
            if (effort.over()) {
                return null;
            }
            flow.place(flow.placed);
            effort.pairs(problem.pairs());
        }
        return flow;
    }

    private static boolean isOfThisKind(AssignmentProblem problem) {
        return problem.resources == 1
                && problem.pairs() > 0
                && Arrays.stream(problem.load).allMatch(load -> load > 0 && load == problem.load[0])
                && Arrays.stream(problem.price[0]).allMatch(price -> price.rounding() == 0);
    }

    /** 0 where no number can outweigh all costs. */
    private static long outweighing(AssignmentProblem problem) {
        BigInteger costs = BigInteger.ONE;
        for (long cost : problem.cost) {
            costs = costs.max(BigInteger.valueOf(cost).abs());
        }
        for (int agent = 0; agent < problem.agents; agent++) {
            long most = Math.min(problem.limit[0][agent], problem.jobs * problem.load[0]);
            costs = costs.max(
                    BigInteger.valueOf(problem.price[0][agent].at(most)).abs());
        }
        long penalties = Arrays.stream(problem.penalty).max().orElse(1);
        BigInteger outweighing = costs.multiply(BigInteger.valueOf(4L * (problem.jobs + problem.agents)));
        BigInteger longest = outweighing.multiply(BigInteger.valueOf(penalties)).multiply(BigInteger.valueOf(4));
        return longest.bitLength() < 62 ? outweighing.longValueExact() : 0;
    }

    Standing standing() {
        return standing;
    }

    /** By agent, what a unit of weight more would cost: prices at which every job is where it is cheapest. */
    double[] prices() {
        double[] price = new double[problem.agents];
        boolean shorter = true;
        long[] toPlace = new long[problem.agents];
        for (int agent = 0; agent < problem.agents; agent++) {
            toPlace[agent] = placeAt(agent);
        }
        while (shorter) {
            shorter = false;
            for (int agent = 0; agent < problem.agents; agent++) {
                for (int k = 0; k < standing.count[agent]; k++) {
                    int job = standing.held[agent][k];
                    for (int pair = problem.first[job]; pair < problem.first[job + 1]; pair++) {
                        long way = toPlace[problem.agent[pair]] + problem.cost[pair] - problem.cost[standing.pair[job]];
                        if (toPlace[problem.agent[pair]] < FAR && way < toPlace[agent]) {
                            toPlace[agent] = way;
                            shorter = true;
                        }
                    }
                }
            }
        }
        for (int agent = 0; agent < problem.agents; agent++) {
            price[agent] = toPlace[agent] < FAR ? (double) toPlace[agent] / weight : 0;
        }
        return price;
    }

    private void place(int job) {
        Arrays.fill(distance, FAR);
        ArrayDeque<Integer> next = new ArrayDeque<>();
        reach(job, NONE, 0, next);
        while (!next.isEmpty()) {
            int agent = next.poll();
            if (agent == out) {
                leaveOut(next);
            } else {
                for (int k = 0; k < standing.count[agent]; k++) {
                    int other = standing.held[agent][k];
                    reach(other, agent, distance[agent] - problem.cost[standing.pair[other]], next);
                }
            }
        }
        giveWay(job, nearest());
    }

    private void leaveOut(ArrayDeque<Integer> next) {
        for (int other = 0; other < placed; other++) {
            if (standing.pair[other] == NONE) {
                reach(other, out, distance[out] - openPenalty * problem.penalty[other], next);
            }
        }
    }

    private void reach(int job, int leaving, long way, ArrayDeque<Integer> next) {
        for (int pair = problem.first[job]; pair < problem.first[job + 1]; pair++) {
            reach(problem.agent[pair], job, leaving, way + problem.cost[pair], next);
        }
        reach(out, job, leaving, way + openPenalty * problem.penalty[job], next);
    }

    private void reach(int agent, int job, int leaving, long way, ArrayDeque<Integer> next) {
        if (way < distance[agent]) {
            distance[agent] = way;
            moved[agent] = job;
            from[agent] = leaving;
            next.remove(agent);
            next.add(agent);
        }
    }

    private int nearest() {
        int nearest = out;
        long least = distance[out];
        for (int agent = 0; agent < problem.agents; agent++) {
            long way = distance[agent] < FAR ? distance[agent] + placeAt(agent) : FAR;
            if (way < least) {
                nearest = agent;
                least = way;
            }
        }
        return nearest;
    }

    private long placeAt(int agent) {
        long then = standing.sum[0][agent] + weight;
        return then > problem.limit[0][agent] ? FAR : problem.price[0][agent].at(then) - standing.paid[0][agent];
    }

    /** From the end of the way back to its beginning, so that nobody is put where another still is to leave. */
    private void giveWay(int job, int end) {
        int agent = end;
        while (true) {
            int mover = moved[agent];
            int left = from[agent];
            standing.put(mover, agent == out ? NONE : problem.pair(mover, agent));
            if (mover == job && left == NONE) {
                return;
            }
            agent = left;
        }
    }
}
