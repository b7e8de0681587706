package dev.keyline.coverage;

import java.util.Map;

/** A plan that people have made, told and judged like one that was solved. */
final class GivenPlan {
    private GivenPlan() {}

    /** @param holders by account, that break nothing */
    static SolvedPlan judged(PlanInput input, Map<String, Holders> holders) {
        CoverageProblem problem = new CoverageProblem(input);
        CoverageSolution solution = problem.filled(holders);
        PlanJudge.judge(solution, input.weights()); // which leaves the score in the solution
        return new Outcome(problem, solution, null).plan();
    }
}
