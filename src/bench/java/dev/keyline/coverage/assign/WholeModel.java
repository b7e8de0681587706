package dev.keyline.coverage.assign;

import static dev.keyline.coverage.assign.AssignmentProblem.NONE;

import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.LinearExpr;
import com.google.ortools.modelbuilder.LinearExprBuilder;
import com.google.ortools.modelbuilder.ModelBuilder;
import com.google.ortools.modelbuilder.ModelSolver;
import com.google.ortools.modelbuilder.SolveStatus;
import com.google.ortools.modelbuilder.Variable;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/**
 * A whole assignment problem given to a general solver at once, for comparison: every pair a variable, every price the lines
 * below which it does not go, every job placed.
 */
public final class WholeModel {
    /** Names as printed to names as OR-Tools knows them. */
    private static final Map<String, String> SOLVERS = Map.of("CP-SAT", "sat", "HiGHS", "highs", "SCIP", "scip");

    private static final int LINES = 64;
    private static final double GOOD_ENOUGH = 0.005;

    static {
        Loader.loadNativeLibraries();
    }

    private final ModelBuilder model = new ModelBuilder();
    private final LinearExprBuilder objective = LinearExpr.newBuilder();
    private final Variable[] place;

    private WholeModel(AssignmentProblem problem) {
        long[][] reach = new long[problem.resources][problem.agents];
        this.place = new Variable[problem.pairs()];
        LinearExprBuilder[][] sums = new LinearExprBuilder[problem.resources][problem.agents];
        for (LinearExprBuilder[] row : sums) {
            Arrays.setAll(row, agent -> LinearExpr.newBuilder());
        }
        for (int job = 0; job < problem.jobs; job++) {
            LinearExprBuilder once = LinearExpr.newBuilder();
            for (int pair = problem.first[job]; pair < problem.first[job + 1]; pair++) {
                place[pair] = model.newBoolVar("");
                once.addTerm(place[pair], 1);
                objective.addTerm(place[pair], (double) problem.cost[pair]);
                for (int r = 0; r < problem.resources; r++) {
                    sums[r][problem.agent[pair]].addTerm(place[pair], (double) problem.weight(r, job, pair));
                    reach[r][problem.agent[pair]] += problem.weight(r, job, pair);
                }
            }
            if (problem.first[job] < problem.first[job + 1]) {
                model.addEquality(once, 1);
            }
        }
        for (int r = 0; r < problem.resources; r++) {
            for (int agent = 0; agent < problem.agents; agent++) {
                agent(sums[r][agent], problem.price[r][agent], Math.min(problem.limit[r][agent], reach[r][agent]));
            }
        }
        model.minimize(objective);
    }

    /** Whole numbers throughout, which CP-SAT asks for. */
    private void agent(LinearExprBuilder sum, Price price, long most) {
        if (price == Price.NONE) {
            model.addLessOrEqual(sum, (double) most);
            return;
        }
        Variable load = model.newIntVar(0, (double) most, "");
        Variable paid = model.newIntVar(0, (double) Math.max(price.at(0), price.at(most)), "");
        model.addEquality(LinearExpr.newBuilder().add(sum).addTerm(load, -1), 0);
        int lines = (int) Math.min(LINES, most);
        for (int k = 0; k < lines; k++) {
            long from = (long) ((double) most * k / lines);
            long to = (long) ((double) most * (k + 1) / lines);
            long slope = (price.at(to) - price.at(from)) / (to - from);
            model.addGreaterOrEqual(
                    LinearExpr.newBuilder().addTerm(paid, 1).addTerm(load, (double) -slope),
                    (double) (price.at(from) - slope * from));
        }
        objective.addTerm(paid, 1);
    }

    /** As in "FEASIBLE 123456, bound 120000 in 60.1 s"; the objective is that of the problem itself. */
    public static String solve(String name, AssignmentProblem problem, Duration limit) {
        long start = System.nanoTime();
        WholeModel whole = new WholeModel(problem);
        ModelSolver solver = new ModelSolver(SOLVERS.get(name));
        if (!solver.solverIsSupported()) {
            return "is not supported";
        }
        solver.setTimeLimit(limit);
        if (name.equals("HiGHS")) {
            // OR-Tools hands over nothing of what HiGHS has found when time is up: it is asked to end when it is this good
            solver.setSolverSpecificParameters("mip_rel_gap=" + GOOD_ENOUGH);
        } else if (name.equals("CP-SAT")) {
            // what is paid is more than the ten million to which it cuts all bounds
            solver.setSolverSpecificParameters("mip_max_bound: 1e15");
        }
        SolveStatus status = solver.solve(whole.model);
        String took = " in %.1f s".formatted((System.nanoTime() - start) / 1e9);
        if (!solver.hasSolution()) {
            return status + took;
        }
        int[] agents = new int[problem.jobs];
        Arrays.fill(agents, NONE);
        for (int job = 0; job < problem.jobs; job++) {
            for (int pair = problem.first[job]; pair < problem.first[job + 1]; pair++) {
                if (solver.getValue(whole.place[pair]) > 0.5) {
                    agents[job] = problem.agent[pair];
                }
            }
        }
        Worth worth = problem.worth(agents);
        return "%s %s, bound %,.0f%s"
                .formatted(
                        status,
                        worth == null ? "breaks a limit" : "%,d".formatted(worth.cost()),
                        solver.getBestObjectiveBound(),
                        took);
    }
}
