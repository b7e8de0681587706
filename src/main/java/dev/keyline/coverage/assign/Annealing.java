package dev.keyline.coverage.assign;

import static dev.keyline.coverage.assign.AssignmentProblem.NONE;

import java.util.SplittableRandom;

/**
 * Simulated annealing over shifts, swaps and ejections towards the agents that the bound's prices favour. What is above a
 * limit costs more and more as it cools, so that the way may lead through overload and still ends within the limits.
 */
final class Annealing {
    private static final int ROUND = 4096;
    private static final double LEAST_OF_TEMPERATURES = 0.01;
    private static final double FIRST_PENALTY = 0.6;
    private static final double LAST_PENALTY = 30;

    private final Standing standing;
    private final AssignmentProblem problem;
    private final Candidates candidates;
    private final SplittableRandom random;
    private final double[][] base;
    private final double[] openPrice;
    private final boolean scarce;
    private double penalty;
    private double temperature;

    /** @param scarce whether some jobs must be left open, so that which is a choice */
    Annealing(Standing standing, Candidates candidates, boolean scarce, long seed) {
        this.standing = standing;
        this.problem = standing.problem;
        this.candidates = candidates;
        this.scarce = scarce;
        this.random = new SplittableRandom(seed);
        this.base = candidates.overloadPrices();
        this.openPrice = candidates.openPrices();
    }

    /** Cools from a multiple of the usual difference between a job's two best agents until an effort is spent. */
    void run(double from, Effort effort, double until, Incumbent incumbent, Proof proof) {
        double begin = effort.spent();
        double length = Math.max(1e-3, Math.min(until, effort.limit()) - begin);
        double last = Math.min(from, LEAST_OF_TEMPERATURES);
        long sinceTold = 0;
        Worth told = incumbent.worth();
        while (!effort.past(until) && !proof.closed(incumbent.worth())) {
            double done = Math.min(1, (effort.spent() - begin) / length);
            temperature = candidates.scale() * from * Math.pow(last / from, done);
            penalty = FIRST_PENALTY * Math.pow(LAST_PENALTY / FIRST_PENALTY, done);
            for (int k = 0; k < ROUND; k++) {
                tryOne(k);
                if (standing.feasible()
                        && ++sinceTold > problem.jobs
                        && standing.worth().betterThan(told)) {
                    sinceTold = 0;
                    told = standing.worth();
                    incumbent.offer(standing);
                }
            }
            effort.moves(ROUND);
        }
        Filling.repair(standing, candidates);
        incumbent.offer(standing);
    }

    private void tryOne(int turn) {
        int job = random.nextInt(problem.jobs);
        int now = standing.pair[job];
        if (scarce && turn % 32 == 0 && now != NONE) {
            if (accepts(openPrice[job] + leaving(job, now))) {
                standing.put(job, NONE);
            }
            return;
        }
        int to = candidates.pick(job, random);
        if (to == now || to == NONE) {
            return;
        }
        int target = problem.agent[to];
        int other = turn % 3 == 0 || standing.count[target] == 0
                ? NONE
                : standing.held[target][random.nextInt(standing.count[target])];
        if (other == NONE) {
            shift(job, now, to);
        } else if (now != NONE && turn % 3 == 1) {
            int back = problem.pair(other, problem.agent[now]);
            if (back != NONE) {
                replace(job, now, to, other, back);
            }
        } else {
            int on = candidates.pick(other, random);
            if (on != NONE && problem.agent[on] != target) {
                replace(job, now, to, other, on);
            }
        }
    }

    private void shift(int job, int now, int to) {
        double change = problem.cost[to] + effect(problem.agent[to], NONE, NONE, job, to) + leaving(job, now);
        if (accepts(change)) {
            standing.put(job, to);
        }
    }

    private double leaving(int job, int now) {
        return now == NONE ? -openPrice[job] : effect(problem.agent[now], job, now, NONE, NONE) - problem.cost[now];
    }

    /** The job takes the place of another, which goes to the first's agent or to a third. */
    private void replace(int job, int now, int to, int other, int on) {
        int there = standing.pair[other];
        int third = problem.agent[on];
        double change = problem.cost[to]
                + problem.cost[on]
                - problem.cost[there]
                + effect(problem.agent[to], other, there, job, to);
        if (now != NONE && third == problem.agent[now]) {
            change += effect(third, job, now, other, on) - problem.cost[now];
        } else {
            change += effect(third, NONE, NONE, other, on) + leaving(job, now);
        }
        if (accepts(change)) {
            standing.put(job, to);
            standing.put(other, on);
        }
    }

    private boolean accepts(double change) {
        return change <= 0 || random.nextDouble() < Math.exp(-change / temperature);
    }

    /** What it changes for an agent, overload included, that one job leaves and another comes. */
    private double effect(int agent, int leaving, int left, int coming, int came) {
        double change = 0;
        for (int r = 0; r < problem.resources; r++) {
            long now = standing.sum[r][agent];
            long then = now
                    - (leaving == NONE ? 0 : problem.weight(r, leaving, left))
                    + (coming == NONE ? 0 : problem.weight(r, coming, came));
            long limit = problem.limit[r][agent];
            long over = Math.max(0, then - limit) - Math.max(0, now - limit);
            change += over * base[r][agent] * penalty;
            if (problem.price[r][agent] != Price.NONE) {
                change += problem.price[r][agent].at(then) - standing.paid[r][agent];
            }
        }
        return change;
    }
}
