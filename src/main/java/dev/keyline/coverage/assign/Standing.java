package dev.keyline.coverage.assign;

import static dev.keyline.coverage.assign.AssignmentProblem.NONE;

import java.util.Arrays;

/** Who holds what, with all sums kept as jobs are put here and there. May be above limits on the way. */
final class Standing {
    final AssignmentProblem problem;
    /** By job: its pair, or NONE. */
    final int[] pair;
    /** By resource and agent. */
    final long[][] sum;
    /** The price of each sum. */
    final long[][] paid;
    /** By agent: the jobs held, the first {@link #count} of the array. */
    final int[][] held;

    final int[] count;
    private final int[] place;
    private long open;
    private long cost;
    private int overfull;

    Standing(AssignmentProblem problem) {
        this.problem = problem;
        this.pair = new int[problem.jobs];
        this.sum = new long[problem.resources][problem.agents];
        this.paid = new long[problem.resources][problem.agents];
        this.held = new int[problem.agents][8];
        this.count = new int[problem.agents];
        this.place = new int[problem.jobs];
        Arrays.fill(pair, NONE);
        for (int job = 0; job < problem.jobs; job++) {
            open += problem.penalty[job];
        }
        for (int r = 0; r < problem.resources; r++) {
            for (int i = 0; i < problem.agents; i++) {
                paid[r][i] = problem.price[r][i].at(0);
                cost += paid[r][i];
            }
        }
    }

    static Standing of(AssignmentProblem problem, int[] pairs) {
        Standing standing = new Standing(problem);
        standing.become(pairs);
        return standing;
    }

    void become(int[] pairs) {
        for (int job = 0; job < pairs.length; job++) {
            put(job, pairs[job]);
        }
    }

    int holder(int job) {
        return pair[job] == NONE ? NONE : problem.agent[pair[job]];
    }

    Worth worth() {
        return new Worth(open, cost);
    }

    boolean feasible() {
        return overfull == 0;
    }

    boolean overfull(int agent) {
        for (int r = 0; r < problem.resources; r++) {
            if (sum[r][agent] > problem.limit[r][agent]) {
                return true;
            }
        }
        return false;
    }

    /** Whether the agent of a pair has room for the job beside what they hold. */
    boolean fits(int job, int candidate) {
        int i = problem.agent[candidate];
        for (int r = 0; r < problem.resources; r++) {
            if (sum[r][i] + problem.weight(r, job, candidate) > problem.limit[r][i]) {
                return false;
            }
        }
        return true;
    }

    /** What the agent of a pair pays more for holding the job as well, the pair's own cost with it. */
    long costOfAdding(int job, int candidate) {
        int i = problem.agent[candidate];
        long more = problem.cost[candidate];
        for (int r = 0; r < problem.resources; r++) {
            more += problem.price[r][i].at(sum[r][i] + problem.weight(r, job, candidate)) - paid[r][i];
        }
        return more;
    }

    void put(int job, int candidate) {
        int before = pair[job];
        if (before == candidate) {
            return;
        }
        if (before == NONE) {
            open -= problem.penalty[job];
        } else {
            book(job, before, -1);
            leave(job, problem.agent[before]);
        }
        if (candidate == NONE) {
            open += problem.penalty[job];
        } else {
            book(job, candidate, 1);
            enter(job, problem.agent[candidate]);
        }
        pair[job] = candidate;
    }

    private void book(int job, int candidate, int sign) {
        int i = problem.agent[candidate];
        cost += sign * problem.cost[candidate];
        for (int r = 0; r < problem.resources; r++) {
            long most = problem.limit[r][i];
            long now = sum[r][i];
            long then = now + sign * problem.weight(r, job, candidate);
            overfull += (then > most ? 1 : 0) - (now > most ? 1 : 0);
            sum[r][i] = then;
            if (problem.price[r][i] != Price.NONE) {
                long price = problem.price[r][i].at(then);
                cost += price - paid[r][i];
                paid[r][i] = price;
            }
        }
    }

    private void leave(int job, int agent) {
        int last = held[agent][--count[agent]];
        held[agent][place[job]] = last;
        place[last] = place[job];
    }

    private void enter(int job, int agent) {
        if (count[agent] == held[agent].length) {
            held[agent] = Arrays.copyOf(held[agent], count[agent] * 2);
        }
        held[agent][count[agent]] = job;
        place[job] = count[agent]++;
    }
}
