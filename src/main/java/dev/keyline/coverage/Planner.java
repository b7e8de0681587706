package dev.keyline.coverage;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/** Solves a plan's input with the configuration of {@code planning/coverage-solver.xml}. */
@Singleton
public class Planner {
    /** How a running solve is watched and ended. */
    public interface Watch {
        /** Asked several times a second; true ends the solve with the best plan so far. */
        boolean enough();

        /** Told several times a second which fraction of the time limit has passed, 0 to 1. */
        void progress(double fraction);

        /** Told every few seconds of the best so far, when there is a better one. */
        default void best(Best best) {}
    }

    /**
     * The best so far.
     *
     * @param score as in {@code 0hard/0medium/-1234soft}
     * @param holders by account
     */
    public record Best(String score, Map<String, Holders> holders) {
        static Best of(CoverageSolution solution) {
            Map<String, String> sponsors = new HashMap<>();
            for (SponsorSeat seat : solution.sponsorSeats()) {
                if (seat.sponsor() != null) {
                    sponsors.put(seat.account().id(), seat.holder().person().id());
                }
            }
            Map<String, Holders> holders = new HashMap<>();
            for (ManagerSeat seat : solution.managerSeats()) {
                String account = seat.account().id();
                String manager =
                        seat.manager() == null ? null : seat.holder().person().id();
                holders.put(account, new Holders(manager, sponsors.get(account)));
            }
            return new Best(String.valueOf(solution.score()), holders);
        }
    }

    private static final String CONFIGURATION = "planning/coverage-solver.xml";
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration TELL_EVERY = Duration.ofSeconds(2);

    /**
     * Fills the seats as well as it can until the input's limits end it.
     *
     * @param input that {@link InputCheck} finds nothing wrong with
     * @throws InterruptedException when the calling thread is interrupted; the solve is ended first
     */
    public SolvedPlan solve(PlanInput input, Watch watch) throws InterruptedException {
        return solve(input, Map.of(), watch);
    }

    /**
     * The same, beginning with what somebody had before.
     *
     * @param start by account; an entry that no longer fits is left out
     */
    SolvedPlan solve(PlanInput input, Map<String, Holders> start, Watch watch) throws InterruptedException {
        CoverageProblem problem = new CoverageProblem(input);
        Solver<CoverageSolution> solver =
                SolverFactory.<CoverageSolution>create(configuration(input)).buildSolver();
        AtomicReference<@Nullable CoverageSolution> better = new AtomicReference<>();
        solver.addEventListener(event -> better.set(event.getNewBestSolution()));
        CompletableFuture<CoverageSolution> solved = new CompletableFuture<>();
        Thread thread = new Thread(() -> run(solver, problem, start, solved), "coverage-solver");
        thread.setDaemon(true);
        thread.start();
        try {
            return new Outcome(problem, await(solver, solved, better, input.timeLimit(), watch)).plan();
        } finally {
            if (!solved.isDone()) {
                solver.terminateEarly();
            }
            thread.join();
        }
    }

    private static void run(
            Solver<CoverageSolution> solver,
            CoverageProblem problem,
            Map<String, Holders> start,
            CompletableFuture<CoverageSolution> solved) {
        try {
            solved.complete(solver.solve(problem.solution(start)));
        } catch (Throwable e) {
            solved.completeExceptionally(e);
        }
    }

    private static CoverageSolution await(
            Solver<CoverageSolution> solver,
            CompletableFuture<CoverageSolution> solved,
            AtomicReference<@Nullable CoverageSolution> better,
            Duration timeLimit,
            Watch watch)
            throws InterruptedException {
        long start = System.nanoTime();
        long told = start;
        while (true) {
            try {
                return solved.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillRunning) {
                watch.progress(Math.min(1, (System.nanoTime() - start) / (double) timeLimit.toNanos()));
                if (System.nanoTime() - told >= TELL_EVERY.toNanos()) {
                    told = System.nanoTime();
                    CoverageSolution best = better.getAndSet(null);
                    if (best != null) {
                        watch.best(Best.of(best));
                    }
                }
                if (watch.enough()) {
                    solver.terminateEarly();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("the solver failed", e.getCause());
            }
        }
    }

    static SolverConfig configuration(PlanInput input) {
        TerminationConfig termination = new TerminationConfig().withSpentLimit(input.timeLimit());
        Long scoreLimit = input.scoreLimit();
        if (scoreLimit == null) {
            termination.withUnimprovedSpentLimit(GIVE_UP_AFTER);
        } else {
            // counted, not timed, so that it is the same on every machine
            termination.withScoreCalculationCountLimit(scoreLimit);
        }
        return SolverConfig.createFromXmlResource(CONFIGURATION, Planner.class.getClassLoader())
                .withRandomSeed(input.seed())
                .withTerminationConfig(termination);
    }
}
