package dev.keyline.coverage.assign;

import static dev.keyline.coverage.assign.AssignmentProblem.NONE;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import com.google.ortools.sat.SatParameters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some jobs are free and all others stay where they are: CP-SAT finds the best places for them, or proves how good any can be.
 */
final class ExactPart {
    static {
        Loader.loadNativeLibraries();
    }

    /** Costs are taken in units so large that they add up to no more than this. */
    private static final double LARGEST_COST = 1e9;

    /** What a call takes that its own count leaves out, in seconds. */
    private static final double CALL = 0.005;

    private final AssignmentProblem problem;
    private final Effort effort;
    private final int threads;
    private final boolean proving;
    private volatile @Nullable CpSolver running;
    private boolean proved;
    private long bound = Long.MIN_VALUE;

    /** One that is to find something better. */
    ExactPart(AssignmentProblem problem, Effort effort) {
        this(problem, effort, 1, false);
    }

    /** @param proving whether costs are taken from below, so that {@link #bound} is one */
    ExactPart(AssignmentProblem problem, Effort effort, int threads, boolean proving) {
        this.problem = problem;
        this.effort = effort;
        this.threads = threads;
        this.proving = proving;
    }

    AssignmentProblem problem() {
        return problem;
    }

    /** Whether the last call left nothing better undiscovered among the allowed pairs. */
    boolean proved() {
        return proved;
    }

    /**
     * After the last call, what no assignment with the rest as it was and the allowed pairs costs less than, unless it costs
     * no less than what was known; {@link Long#MIN_VALUE} where nothing is proved about whole costs.
     */
    long bound() {
        return bound;
    }

    /** Ends a call that is under way, from another thread. */
    void stop() {
        CpSolver solver = running;
        if (solver != null) {
            solver.stopSearch();
        }
    }

    /**
     * Places the free jobs better than they are known to be.
     *
     * @param rest everything else; the free jobs are open in it
     * @param free the jobs
     * @param allowed by free job: its pairs to choose from, where NONE stands for leaving it open
     * @param hint by free job: where it was
     * @param known must be bettered where all free jobs are placed
     * @return by free job its pair; null when nothing better was found
     */
    int @Nullable [] solve(
            Standing rest, int[] free, int[][] allowed, int[] hint, Worth known, double seconds, long seed) {
        Model model = new Model(rest, free, allowed, hint);
        model.mustBeat(known);
        CpSolver solver = new CpSolver();
        SatParameters.Builder parameters = solver.getParameters()
                .setNumWorkers(threads)
                .setLinearizationLevel(2)
                .setRandomSeed((int) (seed & 0xffff));
        if (effort.counted()) {
            parameters.setMaxDeterministicTime(seconds);
        } else {
            parameters.setMaxTimeInSeconds(seconds);
        }
        running = solver;
        CpSolverStatus status = solver.solve(model.cp);
        running = null;
        effort.seconds(CALL + solver.response().getDeterministicTime());
        proved = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.INFEASIBLE;
        bound = proving ? model.bound(solver, status) : Long.MIN_VALUE;
        return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE ? model.read(solver) : null;
    }

    private final class Model {
        final CpModel cp = new CpModel();
        private final Standing rest;
        private final int[] free;
        private final int[][] allowed;
        private final int[] hint;
        private final BoolVar[][] place;
        private final LinearExprBuilder objective = LinearExpr.newBuilder();
        private final Map<Integer, LinearExprBuilder[]> sums = new HashMap<>();
        private final LinearExprBuilder open = LinearExpr.newBuilder();
        private final long unit;
        private long span;
        private boolean mayOpen;

        Model(Standing rest, int[] free, int[][] allowed, int[] hint) {
            this.rest = rest;
            this.free = free;
            this.allowed = allowed;
            this.hint = hint;
            this.place = new BoolVar[free.length][];
            this.unit = (long) Math.max(1, Math.ceil(largest() / LARGEST_COST));
            for (int k = 0; k < free.length; k++) {
                choose(k, hint[k]);
            }
            sums.forEach(this::agent);
            if (mayOpen && !proving) {
                penalise();
            }
            cp.minimize(objective);
        }

        private double largest() {
            double sum = 0;
            for (int k = 0; k < free.length; k++) {
                double most = 0;
                for (int pair : allowed[k]) {
                    most = Math.max(most, pair == NONE ? 0 : (double) Math.abs(rest.costOfAdding(free[k], pair)));
                }
                sum += most;
            }
            return sum;
        }

        private long inUnits(long cost) {
            return Math.floorDiv(proving ? cost : cost + unit / 2, unit);
        }

        private void choose(int k, int hint) {
            int job = free[k];
            place[k] = new BoolVar[allowed[k].length];
            long most = 0;
            for (int q = 0; q < place[k].length; q++) {
                int pair = allowed[k][q];
                BoolVar here = cp.newBoolVar("");
                place[k][q] = here;
                cp.addHint(here, pair == hint ? 1 : 0);
                if (pair == NONE) {
                    mayOpen = true;
                    open.addTerm(here, problem.penalty[job]);
                    continue;
                }
                objective.addTerm(here, inUnits(problem.cost[pair]));
                most = Math.max(most, Math.abs(inUnits(rest.costOfAdding(job, pair))));
                LinearExprBuilder[] of = sums.computeIfAbsent(problem.agent[pair], i -> builders());
                for (int r = 0; r < problem.resources; r++) {
                    of[r].addTerm(here, problem.weight(r, job, pair));
                }
            }
            span += 2 * most + 1;
            cp.addExactlyOne((Literal[]) place[k]);
        }

        private LinearExprBuilder[] builders() {
            LinearExprBuilder[] of = new LinearExprBuilder[problem.resources];
            for (int r = 0; r < of.length; r++) {
                of[r] = LinearExpr.newBuilder();
            }
            return of;
        }

        private void agent(int agent, LinearExprBuilder[] of) {
            for (int r = 0; r < problem.resources; r++) {
                long fixed = rest.sum[r][agent];
                long limit = problem.limit[r][agent];
                if (limit < Long.MAX_VALUE) {
                    cp.addLessOrEqual(of[r], Math.max(0, limit - fixed));
                }
                if (problem.price[r][agent] != Price.NONE) {
                    price(
                            problem.price[r][agent],
                            of[r],
                            fixed,
                            Math.min(limit, fixed + reach(r, agent)),
                            expected(r, agent));
                }
            }
        }

        private long reach(int resource, int agent) {
            long reach = 0;
            for (int k = 0; k < free.length; k++) {
                for (int pair : allowed[k]) {
                    if (pair != NONE && problem.agent[pair] == agent) {
                        reach += problem.weight(resource, free[k], pair);
                    }
                }
            }
            return reach;
        }

        private long expected(int resource, int agent) {
            long expected = rest.sum[resource][agent];
            for (int k = 0; k < free.length; k++) {
                if (hint[k] != NONE && problem.agent[hint[k]] == agent) {
                    expected += problem.weight(resource, free[k], hint[k]);
                }
            }
            return expected;
        }

        private void price(Price of, LinearExprBuilder more, long from, long to, long expected) {
            if (to > from) {
                PricedSum priced = new PricedSum(of, from, to, unit, proving);
                IntVar paid = cp.newIntVar(priced.least(), priced.most(), "");
                for (PricedSum.Line line : priced.lines(expected)) {
                    cp.addGreaterOrEqual(
                            LinearExpr.newBuilder().addTerm(paid, line.width()).addTerm(more.build(), -line.rise()),
                            line.level());
                }
                objective.addTerm(paid, 1);
            }
        }

        /** Leaving a job open weighs more than all costs together. */
        private void penalise() {
            for (int k = 0; k < free.length; k++) {
                for (int q = 0; q < place[k].length; q++) {
                    if (allowed[k][q] == NONE) {
                        objective.addTerm(place[k][q], span * problem.penalty[free[k]]);
                    }
                }
            }
        }

        void mustBeat(Worth known) {
            long room = known.cost() - 1 - rest.worth().cost();
            if (proving) {
                cp.addLessOrEqual(open, known.open() - openOfOthers());
                cp.addLessOrEqual(objective, Math.floorDiv(room, unit));
            } else if (!mayOpen && openOfOthers() == known.open() && unit == 1 && problem.sumsAreFree()) {
                cp.addLessOrEqual(objective, room);
            }
        }

        private long openOfOthers() {
            return rest.worth().open()
                    - Arrays.stream(free).mapToLong(job -> problem.penalty[job]).sum();
        }

        long bound(CpSolver solver, CpSolverStatus status) {
            if (status == CpSolverStatus.INFEASIBLE) {
                return Long.MAX_VALUE;
            }
            // whole, but as a floating-point number; 0 may stand for no bound at all
            double least = solver.bestObjectiveBound();
            return least > 0 ? rest.worth().cost() + unit * (long) Math.ceil(least - 1e-3) : Long.MIN_VALUE;
        }

        int[] read(CpSolver solver) {
            int[] pair = new int[free.length];
            for (int k = 0; k < free.length; k++) {
                for (int q = 0; q < place[k].length; q++) {
                    if (solver.booleanValue(place[k][q])) {
                        pair[k] = allowed[k][q];
                    }
                }
            }
            return pair;
        }
    }
}
