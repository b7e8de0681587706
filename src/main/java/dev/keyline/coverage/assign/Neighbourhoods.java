package dev.keyline.coverage.assign;

import static dev.keyline.coverage.assign.AssignmentProblem.NONE;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Frees part of the best assignment, places it anew as well as can be, and keeps what is better, again and again. A part is
 * all that some neighbouring agents hold, to be exchanged among them, or some jobs of a larger neighbourhood, to go anywhere.
 * Parts grow while they are solved easily and shrink when they are not.
 */
final class Neighbourhoods {
    private static final double[] REACH = {0.08, 0.15, 0.3};
    private static final double LEAST_JOBS = 16;
    private static final double MOST_JOBS = 400;
    private static final int WIDE = 40;

    private final AssignmentProblem problem;
    private final Candidates candidates;
    private final Prospects prospects;
    private final ExactPart exact;
    private final Effort effort;
    private final Proof proof;
    private final Incumbent incumbent;
    private final SplittableRandom random;
    private final Standing standing;
    private final double[] size = {60, 60};

    Neighbourhoods(
            Candidates candidates,
            Prospects prospects,
            ExactPart exact,
            Effort effort,
            Proof proof,
            Incumbent incumbent,
            long seed) {
        this.problem = candidates.problem;
        this.candidates = candidates;
        this.prospects = prospects;
        this.exact = exact;
        this.effort = effort;
        this.proof = proof;
        this.incumbent = incumbent;
        this.random = new SplittableRandom(seed);
        this.standing = Standing.of(problem, incumbent.pairs());
    }

    /**
     * Goes on until so much effort is spent, nothing is left to gain, or patience is over.
     *
     * @param seconds for one part at most
     * @param patience seconds without anything better
     */
    void run(double until, double seconds, double patience) {
        Worth last = incumbent.worth();
        double since = effort.spent();
        while (!effort.past(until) && !proof.closed(incumbent.worth()) && effort.spent() - since < patience) {
            if (incumbent.worth().betterThan(last)) {
                last = incumbent.worth();
                since = effort.spent();
            }
            if (incumbent.worth().betterThan(standing.worth())) {
                standing.become(incumbent.pairs());
            }
            int kind = problem.agents > 1 ? random.nextInt(2) : 1;
            boolean[] agents = neighbours(kind == 0 ? size[0] : Double.POSITIVE_INFINITY);
            int[] free = kind == 0 ? heldBy(agents) : weighted(agents, (int) size[1]);
            effort.pairs((long) candidates.size());
            double before = effort.spent();
            boolean better = free.length > 1 && improve(free, kind == 0 ? agents : null, seconds);
            if (!exact.proved()) {
                size[kind] = Math.max(LEAST_JOBS, size[kind] * 0.9);
            } else if (!better && effort.spent() - before < 0.3 * seconds) {
                size[kind] = Math.min(MOST_JOBS, size[kind] * 1.1);
            }
        }
    }

    /** Agents that would hold each other's jobs, around one of them, until they hold so many jobs. */
    private boolean[] neighbours(double jobs) {
        boolean[] in = new boolean[problem.agents];
        double[] weight = new double[problem.agents];
        int next = random.nextInt(problem.agents);
        double held = 0;
        boolean alike = random.nextInt(3) == 0;
        for (int chosen = 1; chosen <= problem.agents; chosen++) {
            in[next] = true;
            weight[next] = 0;
            held += standing.count[next];
            if (held >= jobs || (jobs == Double.POSITIVE_INFINITY && chosen >= WIDE)) {
                break;
            }
            for (int k = 0; k < standing.count[next]; k++) {
                for (int pair : candidates.of(standing.held[next][k])) {
                    int other = problem.agent[pair];
                    if (!in[other]) {
                        weight[other] = alike ? 1 : weight[other] + 1;
                    }
                }
            }
            next = drawn(weight);
            if (next == NONE) {
                break;
            }
        }
        return in;
    }

    private int drawn(double[] weight) {
        double left = random.nextDouble() * Arrays.stream(weight).sum();
        int last = NONE;
        for (int i = 0; i < weight.length; i++) {
            if (weight[i] > 0) {
                last = i;
                left -= weight[i];
                if (left <= 0) {
                    break;
                }
            }
        }
        return last;
    }

    private int[] heldBy(boolean[] agents) {
        int[] jobs = new int[problem.jobs];
        int count = 0;
        for (int job = 0; job < problem.jobs; job++) {
            int holder = standing.holder(job);
            if (holder == NONE ? wanted(job, agents) : agents[holder]) {
                jobs[count++] = job;
            }
        }
        return Arrays.copyOf(jobs, count);
    }

    private boolean wanted(int job, boolean[] agents) {
        for (int pair : candidates.of(job)) {
            if (agents[problem.agent[pair]]) {
                return true;
            }
        }
        return false;
    }

    /** Jobs of these agents, rather those that are far from their best. */
    private int[] weighted(boolean[] agents, int most) {
        int[] jobs = heldBy(agents);
        double even = 0.3 * gap() / problem.agents + 1e-3;
        long[] keyed = new long[jobs.length];
        for (int k = 0; k < jobs.length; k++) {
            int pair = standing.pair[jobs[k]];
            double weight = pair == NONE ? 1e6 : candidates.regret[pair] + even;
            float key = (float) (-Math.log(1 - random.nextDouble()) / weight);
            keyed[k] = ((long) Float.floatToIntBits(key) << 32) | jobs[k];
        }
        Arrays.sort(keyed);
        return Arrays.stream(keyed)
                .limit(most)
                .mapToInt(key -> (int) key)
                .sorted()
                .toArray();
    }

    private double gap() {
        return Math.max(10, standing.worth().cost() - (double) proof.bound().cost());
    }

    private boolean improve(int[] free, boolean @Nullable [] within, double seconds) {
        boolean open = Arrays.stream(free).anyMatch(job -> standing.pair[job] == NONE);
        double reach = open ? Double.POSITIVE_INFINITY : gap() * REACH[random.nextInt(REACH.length)];
        Worth before = standing.worth();
        int[] was = new int[free.length];
        int[][] allowed = new int[free.length][];
        for (int k = 0; k < free.length; k++) {
            was[k] = standing.pair[free[k]];
            allowed[k] = allowed(free[k], within, reach, open);
        }
        for (int job : free) {
            standing.put(job, NONE);
        }
        int[] found =
                exact.solve(standing, free, allowed, was, before, Math.min(seconds, effort.left()), random.nextLong());
        place(free, found == null ? was : found);
        if (found != null && !(standing.feasible() && standing.worth().betterThan(before))) {
            place(free, was);
        }
        return incumbent.offer(standing);
    }

    private void place(int[] free, int[] pairs) {
        for (int k = 0; k < free.length; k++) {
            standing.put(free[k], pairs[k]);
        }
    }

    /**
     * Where the job is, and where it could be without costing more at the bound's prices than there is to gain.
     *
     * @param open whether it may be left open, too, so that another need not be
     */
    private int[] allowed(int job, boolean @Nullable [] within, double reach, boolean open) {
        int now = standing.pair[job];
        int[] best = candidates.of(job);
        int[] allowed = new int[best.length + 2];
        int count = 0;
        allowed[count++] = now;
        if (open && now != NONE) {
            allowed[count++] = NONE;
        }
        for (int pair : best) {
            if (pair != now
                    && prospects.has(pair)
                    && candidates.regret[pair] <= reach
                    && (within == null || within[problem.agent[pair]])) {
                allowed[count++] = pair;
            }
        }
        return Arrays.copyOf(allowed, count);
    }
}
