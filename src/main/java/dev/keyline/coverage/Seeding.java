package dev.keyline.coverage;

import dev.keyline.coverage.assign.Assigner;
import dev.keyline.coverage.assign.AssignmentProblem;
import dev.keyline.coverage.assign.Worth;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Fills the seats of a plan by exact methods, sponsors and managers each for themselves, and proves what no plan can better.
 * What links the two, and competitors with one sponsor, is left to the local search that follows.
 */
final class Seeding {
    /** Of a plan's time: local search has the rest. */
    private static final double MANAGERS = 0.8;

    private static final double SPONSORS = 0.05;
    /** Seconds that one score calculation stands for where these are counted instead of time. */
    private static final double PER_CALCULATION = 2e-5;

    private static final double LEAST_PATIENCE = 5;
    private static final double PATIENCE = 0.3;
    private static final double GOOD_ENOUGH = 1e-4;
    private static final int THREADS = 2;

    /**
     * A filled plan.
     *
     * @param another by account manager: what another person like them would save at most, in the unit of the score
     */
    record Seed(CoverageSolution solution, Bound bound, Map<Candidate, Long> another) {}

    private final CoverageSolution solution;
    private final PlanInput input;
    private final ManagerProblem managers;
    private final SponsorProblem sponsors;
    private final CoverageProblem problem;
    private final Map<String, Holders> start;
    private final BiConsumer<Worth, Worth> listener;
    private final BooleanSupplier stop;

    /**
     * A plan to fill.
     *
     * @param start by account, who is to have it to begin with; of an account that is missing, who has it today
     * @param listener hears of the best worth and bound of both problems together, from any thread
     */
    Seeding(
            CoverageProblem problem,
            Map<String, Holders> start,
            BiConsumer<Worth, Worth> listener,
            BooleanSupplier stop) {
        this.problem = problem;
        this.start = start;
        this.solution = problem.solution();
        this.input = problem.input();
        this.managers = new ManagerProblem(solution, problem.rates());
        this.sponsors = new SponsorProblem(solution);
        this.listener = listener;
        this.stop = stop;
    }

    Seed run() {
        long constant = managers.constant() + sponsors.constant();
        Assigner.Answer sponsored =
                solve(sponsors.problem(), sponsors.start(this::sponsor), SPONSORS, new Worth(0, 0), new Worth(0, 0));
        Assigner.Answer managed = solve(
                managers.problem(),
                managers.start(this::manager),
                MANAGERS,
                plus(sponsored.worth(), new Worth(0, constant)),
                plus(sponsored.bound(), new Worth(0, constant)));
        managers.fill(managed);
        sponsors.fill(sponsored);
        Worth bound = plus(plus(managed.bound(), sponsored.bound()), new Worth(0, constant));
        return new Seed(solution, new Bound(bound.open(), bound.cost()), another(managed));
    }

    private @Nullable Candidate manager(ManagerSeat seat) {
        Holders holders = start.get(seat.account().id());
        return holders == null ? seat.present() : problem.person(holders.accountManager());
    }

    private @Nullable Candidate sponsor(SponsorSeat seat) {
        Holders holders = start.get(seat.account().id());
        return holders == null ? seat.present() : problem.person(holders.sponsor());
    }

    private Assigner.Answer solve(
            AssignmentProblem problem, int[] present, double share, Worth beside, Worth boundBeside) {
        Long calculations = input.scoreLimit();
        double all = calculations == null ? input.timeLimit().toMillis() / 1e3 : calculations * PER_CALCULATION;
        Assigner.Settings settings = new Assigner.Settings(
                share * all,
                calculations == null ? THREADS : 1,
                calculations != null,
                input.seed(),
                GOOD_ENOUGH,
                Math.max(LEAST_PATIENCE, PATIENCE * all));
        return Assigner.solve(
                problem,
                present,
                settings,
                (best, bound) -> listener.accept(plus(best, beside), plus(bound, boundBeside)),
                stop);
    }

    private Map<Candidate, Long> another(Assigner.Answer managed) {
        Map<Candidate, Long> saving = new HashMap<>();
        for (Candidate candidate : solution.candidates()) {
            if (candidate.person().kind() == PersonKind.ACCOUNT_MANAGER) {
                saving.put(candidate, managed.another().get(candidate.index()));
            }
        }
        return saving;
    }

    private static Worth plus(Worth one, Worth other) {
        return new Worth(one.open() + other.open(), one.cost() + other.cost());
    }
}
