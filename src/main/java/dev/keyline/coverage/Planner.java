package dev.keyline.coverage;

import dev.keyline.coverage.assign.Worth;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/**
 * Solves a plan's input: exact methods fill it and prove a bound, then local search with the configuration of
 * {@code planning/coverage-solver.xml}, which knows every constraint, goes on from there. Its score is the plan's.
 */
@Singleton
public class Planner {
    /** How a running solve is watched and ended. */
    public interface Watch {
        /** Asked several times a second; true ends the solve with the best plan so far. */
        boolean enough();

        /** Told several times a second which fraction of the time limit has passed, 0 to 1. */
        void progress(double fraction);

        /**
         * Told once a second what is best so far, where that has changed.
         *
         * @param holders who has the accounts in it, so that a solve that begins with them ends no worse
         */
        default void better(SoFar best, Map<String, Holders> holders) {}
    }

    /**
     * How good a plan under way is; {@link Plan} shows it.
     *
     * @param score as in {@code 0hard/0medium/-1234soft}
     * @param bound no plan does better than this score; proved
     * @param gap as of {@link SolvedPlan}
     */
    @Schema(name = "PlanSoFar", description = "How good a plan under way is.")
    public record SoFar(
            @Schema(description = "As `score` of the plan.") String score,

            @Schema(description = "No plan does better than this score; proved.")
            String bound,

            @Schema(
                    description =
                            "How far from the bound it may be: 0.004 for 0.4 %, of the soft score; null while more"
                                    + " could be covered than is.",
                    nullable = true)
            @Nullable
            BigDecimal gap) {
        private static SoFar of(HardMediumSoftLongScore score, Bound bound) {
            return new SoFar(score.toString(), bound.score().toString(), bound.gap(score));
        }
    }

    private static final String CONFIGURATION = "planning/coverage-solver.xml";
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(5);
    private static final Duration LEAST = Duration.ofMillis(100);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration TELL_EVERY = Duration.ofSeconds(1);

    /**
     * Fills the seats as well as it can until the input's limits end it.
     *
     * @param input that {@link InputCheck} finds nothing wrong with
     * @throws InterruptedException when the calling thread is interrupted; the solve is ended first
     */
    public SolvedPlan solve(PlanInput input, Watch watch) throws InterruptedException {
        return solve(input, List.of(), Map.of(), watch);
    }

    /**
     * The same, beginning with what somebody had before.
     *
     * @param kept as of {@link CoverageProblem}
     * @param start by account; an entry that no longer fits is left out
     */
    SolvedPlan solve(PlanInput input, List<Pin> kept, Map<String, Holders> start, Watch watch)
            throws InterruptedException {
        Solve solve = new Solve(input, kept, start);
        CompletableFuture<SolvedPlan> solved = new CompletableFuture<>();
        Thread thread = new Thread(() -> solve.run(solved), "coverage-solver");
        thread.setDaemon(true);
        thread.start();
        try {
            return solve.await(solved, watch);
        } finally {
            if (!solved.isDone()) {
                solve.end();
            }
            thread.join();
        }
    }

    /** A plan under way; who has its accounts is looked up when somebody is told of it. */
    private record Found(SoFar score, Supplier<Map<String, Holders>> holders) {}

    /** One plan on its way. */
    private static final class Solve {
        private final long start = System.nanoTime();
        private final PlanInput input;
        private final List<Pin> kept;
        private final Map<String, Holders> startWith;
        private final AtomicReference<@Nullable Found> best = new AtomicReference<>();
        private long toldAt = start - TELL_EVERY.toNanos();
        private volatile boolean ended;
        private volatile @Nullable Solver<CoverageSolution> solver;

        Solve(PlanInput input, List<Pin> kept, Map<String, Holders> startWith) {
            this.input = input;
            this.kept = kept;
            this.startWith = startWith;
        }

        void run(CompletableFuture<SolvedPlan> solved) {
            try {
                CoverageProblem problem = new CoverageProblem(input, kept);
                Seeding.Seed seed = new Seeding(problem, startWith, this::seeded, () -> ended).run();
                solved.complete(new Outcome(problem, searched(seed), seed).plan());
            } catch (Throwable e) {
                solved.completeExceptionally(e);
            }
        }

        private void seeded(Worth best, Worth bound, Supplier<Map<String, Holders>> holders) {
            this.best.set(new Found(
                    SoFar.of(
                            HardMediumSoftLongScore.of(0, -best.open(), -best.cost()),
                            new Bound(bound.open(), bound.cost())),
                    holders));
        }

        private CoverageSolution searched(Seeding.Seed seed) {
            Solver<CoverageSolution> search = SolverFactory.<CoverageSolution>create(
                            configuration(input, left(), seed.bound()))
                    .buildSolver();
            search.addEventListener(event -> {
                if (event.getNewBestScore() instanceof HardMediumSoftLongScore score) {
                    best.set(new Found(SoFar.of(score, seed.bound()), event.getNewBestSolution()::holders));
                }
            });
            solver = search;
            if (ended) {
                search.terminateEarly();
            }
            return search.solve(seed.solution());
        }

        /** At least so much that the solver scores what it is given. */
        private Duration left() {
            Duration left = input.timeLimit().minusNanos(System.nanoTime() - start);
            return ended || left.compareTo(LEAST) < 0 ? LEAST : Duration.ofMillis(left.toMillis());
        }

        void end() {
            ended = true;
            Solver<CoverageSolution> running = solver;
            if (running != null) {
                running.terminateEarly();
            }
        }

        private void tell(Watch watch) {
            if (System.nanoTime() - toldAt >= TELL_EVERY.toNanos()) {
                Found found = best.getAndSet(null);
                if (found != null) {
                    toldAt = System.nanoTime();
                    watch.better(found.score(), found.holders().get());
                }
            }
        }

        SolvedPlan await(CompletableFuture<SolvedPlan> solved, Watch watch) throws InterruptedException {
            while (true) {
                try {
                    return solved.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException stillRunning) {
                    long limit = input.timeLimit().toNanos();
                    watch.progress(Math.min(1, (System.nanoTime() - start) / (double) limit));
                    tell(watch);
                    if (watch.enough()) {
                        end();
                    }
                } catch (ExecutionException e) {
                    throw new IllegalStateException("the solver failed", e.getCause());
                }
            }
        }
    }

    static SolverConfig configuration(PlanInput input, Duration timeLimit, Bound bound) {
        TerminationConfig termination = new TerminationConfig()
                .withSpentLimit(timeLimit)
                .withBestScoreLimit(bound.score().toString());
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
