package dev.keyline.coverage.assign;

import static dev.keyline.coverage.assign.AssignmentProblem.NONE;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How much has to be left open, exactly, where that is small enough for CP-SAT. What hangs together with an open job, by
 * agents whom jobs share, becomes a problem of its own: one more agent takes what is open at its penalty, and nothing else
 * costs anything. Everywhere else nothing is open, and nothing has to be.
 */
final class LeastOpen {
    /** With more of them there is little to expect in seconds. */
    private static final int MOST_PAIRS = 20_000;

    private final AssignmentProblem whole;
    private final int[] now;
    private final int[] jobs;
    private final AssignmentProblem corner;

    private LeastOpen(AssignmentProblem whole, int[] now, int[] jobs) {
        this.whole = whole;
        this.now = now;
        this.jobs = jobs;
        this.corner = corner();
    }

    /**
     * Looks for the least.
     *
     * @param incumbent what is known, and is offered what leaves less open
     * @param part makes what solves it
     * @return a bound on the penalties of every assignment; 0 where that is too large to look at
     */
    static long prove(
            AssignmentProblem problem,
            Incumbent incumbent,
            Function<AssignmentProblem, ExactPart> part,
            double seconds,
            long seed) {
        int[] now = incumbent.pairs();
        int[] jobs = aroundOpenOnes(problem, now);
        int pairs = Arrays.stream(jobs)
                .map(job -> problem.first[job + 1] - problem.first[job])
                .sum();
        if (pairs > MOST_PAIRS) {
            return 0;
        }
        LeastOpen open = new LeastOpen(problem, now, jobs);
        return open.solve(part.apply(open.corner), incumbent, seconds, seed);
    }

    /** The jobs that somebody may hold and that share an agent with an open one, directly or by others. */
    private static int[] aroundOpenOnes(AssignmentProblem problem, int[] now) {
        int[] root = IntStream.range(0, problem.agents).toArray();
        for (int job = 0; job < problem.jobs; job++) {
            for (int pair = problem.first[job] + 1; pair < problem.first[job + 1]; pair++) {
                root[rootOf(root, problem.agent[pair])] = rootOf(root, problem.agent[problem.first[job]]);
            }
        }
        boolean[] wanted = new boolean[problem.agents];
        for (int job = 0; job < problem.jobs; job++) {
            if (now[job] == NONE && problem.first[job] < problem.first[job + 1]) {
                wanted[rootOf(root, problem.agent[problem.first[job]])] = true;
            }
        }
        return IntStream.range(0, problem.jobs)
                .filter(job -> problem.first[job] < problem.first[job + 1]
                        && wanted[rootOf(root, problem.agent[problem.first[job]])])
                .toArray();
    }

    private static int rootOf(int[] root, int agent) {
        int at = agent;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    private AssignmentProblem corner() {
        AssignmentProblem.Builder problem = AssignmentProblem.of(whole.agents + 1, whole.resources);
        for (int r = 0; r < whole.resources; r++) {
            for (int agent = 0; agent < whole.agents; agent++) {
                problem.limit(r, agent, whole.limit[r][agent]);
            }
        }
        for (int job : jobs) {
            problem.job(
                    1,
                    IntStream.range(1, whole.resources)
                            .mapToLong(r -> whole.own[r][job])
                            .toArray());
            for (int pair = whole.first[job]; pair < whole.first[job + 1]; pair++) {
                problem.pair(whole.agent[pair], 0, whole.load[pair]);
            }
            problem.pair(whole.agents, whole.penalty[job], 0);
        }
        return problem.build();
    }

    private long solve(ExactPart exact, Incumbent incumbent, double seconds, long seed) {
        int[] free = IntStream.range(0, jobs.length).toArray();
        int[] hint = Arrays.stream(free)
                .map(k -> corner.pair(k, now[jobs[k]] == NONE ? whole.agents : whole.agent[now[jobs[k]]]))
                .toArray();
        int[][] allowed = Arrays.stream(free)
                .mapToObj(k ->
                        IntStream.range(corner.first[k], corner.first[k + 1]).toArray())
                .toArray(int[][]::new);
        Worth known = Standing.of(corner, hint).worth();
        int[] found = exact.solve(new Standing(corner), free, allowed, hint, known, seconds, seed);
        long best = known.cost();
        if (found != null) {
            best = Standing.of(corner, found).worth().cost();
            incumbent.offer(standing(found));
        }
        return whole.unavoidable() + Math.max(0, Math.min(best, exact.bound()));
    }

    private Standing standing(int[] found) {
        Standing standing = Standing.of(whole, now);
        for (int k = 0; k < jobs.length; k++) {
            standing.put(jobs[k], whole.pair(jobs[k], corner.agent[found[k]]));
        }
        return standing;
    }
}
