package dev.keyline.coverage.assign;

import static dev.keyline.coverage.assign.AssignmentProblem.NONE;

import java.util.Arrays;
import java.util.Comparator;

/** Puts open jobs, the weightiest first, where they fit and cost least, and makes room where an agent holds too much. */
final class Filling {
    private Filling() {}

    /** After it no limit is broken; what found no place is open. */
    static void repair(Standing standing, Candidates candidates) {
        AssignmentProblem problem = standing.problem;
        for (int agent = 0; agent < problem.agents; agent++) {
            while (standing.overfull(agent)) {
                standing.put(cheapestToDrop(standing, agent), NONE);
            }
        }
        fill(standing, candidates);
    }

    private static int cheapestToDrop(Standing standing, int agent) {
        int cheapest = standing.held[agent][0];
        for (int k = 1; k < standing.count[agent]; k++) {
            int job = standing.held[agent][k];
            if (standing.problem.penalty[job] < standing.problem.penalty[cheapest]) {
                cheapest = job;
            }
        }
        return cheapest;
    }

    static void fill(Standing standing, Candidates candidates) {
        AssignmentProblem problem = standing.problem;
        Integer[] open = java.util.stream.IntStream.range(0, problem.jobs)
                .filter(job -> standing.pair[job] == NONE && problem.first[job] < problem.first[job + 1])
                .boxed()
                .toArray(Integer[]::new);
        Arrays.sort(open, Comparator.comparingLong((Integer job) -> -problem.penalty[job]));
        for (int job : open) {
            standing.put(job, cheapest(standing, candidates, job));
        }
        for (int job : open) {
            if (standing.pair[job] == NONE) {
                makeRoom(standing, candidates, job);
            }
        }
    }

    private static int cheapest(Standing standing, Candidates candidates, int job) {
        AssignmentProblem problem = standing.problem;
        int best = NONE;
        double least = Double.POSITIVE_INFINITY;
        for (int pair = problem.first[job]; pair < problem.first[job + 1]; pair++) {
            double here = candidates.regret[pair];
            if (here < least && standing.fits(job, pair)) {
                best = pair;
                least = here;
            }
        }
        return best;
    }

    /** Sends one job of some agent elsewhere where that lets the open one in. */
    private static void makeRoom(Standing standing, Candidates candidates, int job) {
        AssignmentProblem problem = standing.problem;
        for (int pair = problem.first[job]; pair < problem.first[job + 1]; pair++) {
            int agent = problem.agent[pair];
            for (int k = 0; k < standing.count[agent]; k++) {
                int other = standing.held[agent][k];
                int before = standing.pair[other];
                standing.put(other, NONE);
                if (standing.fits(job, pair)) {
                    standing.put(job, pair);
                    int elsewhere = cheapest(standing, candidates, other);
                    if (elsewhere != NONE) {
                        standing.put(other, elsewhere);
                        return;
                    }
                    standing.put(job, NONE);
                }
                standing.put(other, before);
            }
        }
    }
}
