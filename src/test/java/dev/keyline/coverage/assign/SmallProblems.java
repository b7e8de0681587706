package dev.keyline.coverage.assign;

import static dev.keyline.coverage.assign.AssignmentProblem.NONE;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Problems small enough to try every assignment of. */
final class SmallProblems {
    private static final int AGENTS = 3;

    private SmallProblems() {}

    /**
     * A problem with two resources, prices on both, pairs that are missing, and now and then too little room.
     */
    static AssignmentProblem generated(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int jobs = 4 + random.nextInt(4);
        AssignmentProblem.Builder problem = AssignmentProblem.of(AGENTS, 2);
        int large = random.nextInt(3) == 0 ? 1_000 : 1;
        for (int agent = 0; agent < AGENTS; agent++) {
            problem.limit(0, agent, (long) large * (5 + random.nextInt(25)));
            problem.limit(1, agent, 1 + random.nextInt(4));
            if (random.nextBoolean()) {
                long centre = (long) large * random.nextInt(10);
                problem.price(0, agent, rounded(sum -> (sum - centre) * (sum - centre) / (3.0 * large)));
            }
            if (random.nextBoolean()) {
                problem.price(1, agent, sum -> sum * (sum - 1) * 3);
            }
        }
        for (int job = 0; job < jobs; job++) {
            problem.job(1 + random.nextInt(9), random.nextInt(2));
            long weight = (long) large * (1 + random.nextInt(8));
            for (int agent = 0; agent < AGENTS; agent++) {
                if (random.nextInt(5) > 0) {
                    problem.pair(agent, random.nextInt(40) - 5, weight + random.nextInt(3));
                }
            }
        }
        return problem.build();
    }

    /** A problem whose jobs weigh the same, with convex prices, and now and then too little room. */
    static AssignmentProblem ofEqualWeights(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int jobs = 3 + random.nextInt(5);
        long weight = 1L + random.nextInt(3);
        AssignmentProblem.Builder problem = AssignmentProblem.of(AGENTS, 1);
        for (int agent = 0; agent < AGENTS; agent++) {
            long target = weight * random.nextInt(3);
            problem.limit(0, agent, random.nextInt(5) * weight + random.nextLong(weight))
                    .price(0, agent, sum -> Math.max(0, sum - target) * (Math.max(0, sum - target) + 1) * 7);
        }
        for (int job = 0; job < jobs; job++) {
            problem.job(1 + random.nextInt(9));
            for (int agent = 0; agent < AGENTS; agent++) {
                if (random.nextInt(4) > 0) {
                    problem.pair(agent, random.nextInt(60) - 5, weight);
                }
            }
        }
        return problem.build();
    }

    /** As the published instances of type c are. */
    static AssignmentProblem withoutPrices(int jobs, int agents, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        AssignmentProblem.Builder problem = AssignmentProblem.of(agents, 1);
        for (int agent = 0; agent < agents; agent++) {
            problem.limit(0, agent, 12L * jobs / agents);
        }
        for (int job = 0; job < jobs; job++) {
            problem.job(1 + random.nextInt(3));
            for (int agent = 0; agent < agents; agent++) {
                problem.pair(agent, random.nextInt(10, 51), random.nextInt(5, 26));
            }
        }
        return problem.build();
    }

    private static Price rounded(java.util.function.LongToDoubleFunction of) {
        return new Price() {
            @Override
            public long at(long sum) {
                return (long) Math.floor(of.applyAsDouble(sum));
            }

            @Override
            public long rounding() {
                return 1;
            }
        };
    }

    /** By how much the prices are off convex ones in all, which is as close as exact parts can come. */
    static long rounding(AssignmentProblem problem) {
        return Arrays.stream(problem.price)
                .flatMap(Arrays::stream)
                .mapToLong(Price::rounding)
                .sum();
    }

    /** The best worth of all assignments, found by trying them all. */
    static Worth best(AssignmentProblem problem) {
        int[] agents = new int[problem.jobs];
        Arrays.fill(agents, NONE);
        Worth best = null;
        boolean more = true;
        while (more) {
            Worth worth = worth(problem, agents);
            if (worth != null && (best == null || worth.betterThan(best))) {
                best = worth;
            }
            more = next(agents);
        }
        if (best == null) {
            throw new IllegalStateException("leaving all jobs open is always possible");
        }
        return best;
    }

    private static boolean next(int[] agents) {
        for (int job = 0; job < agents.length; job++) {
            if (++agents[job] < AGENTS) {
                return true;
            }
            agents[job] = NONE;
        }
        return false;
    }

    /** Added up from the problem's own numbers alone; null where a limit is broken. */
    static @Nullable Worth worth(AssignmentProblem problem, int[] agents) {
        long[][] sum = new long[problem.resources][problem.agents];
        long cost = 0;
        long open = 0;
        for (int job = 0; job < agents.length; job++) {
            if (agents[job] == NONE) {
                open += problem.penalty[job];
                continue;
            }
            int pair = problem.pair(job, agents[job]);
            if (pair == NONE) {
                return null;
            }
            cost += problem.cost[pair];
            sum[0][agents[job]] += problem.load[pair];
            for (int r = 1; r < problem.resources; r++) {
                sum[r][agents[job]] += problem.own[r][job];
            }
        }
        for (int r = 0; r < problem.resources; r++) {
            for (int agent = 0; agent < problem.agents; agent++) {
                if (sum[r][agent] > problem.limit[r][agent]) {
                    return null;
                }
                cost += problem.price[r][agent].at(sum[r][agent]);
            }
        }
        return new Worth(open, cost);
    }
}
