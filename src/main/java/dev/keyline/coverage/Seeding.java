package dev.keyline.coverage;

import dev.keyline.coverage.assign.Assigner;
import dev.keyline.coverage.assign.AssignmentProblem;
import dev.keyline.coverage.assign.Worth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
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

    /** Hears of better plans while the managers are chosen; the sponsors have been. */
    interface Listener {
        /**
         * A better plan.
         *
         * @param best what it leaves open and costs
         * @param bound what is proved by now
         * @param holders who has the accounts; may be asked later
         */
        void better(Worth best, Worth bound, Supplier<Map<String, Holders>> holders);
    }

    private final CoverageSolution solution;
    private final PlanInput input;
    private final ManagerProblem managers;
    private final SponsorProblem sponsors;
    private final CoverageProblem problem;
    private final Map<String, Holders> start;
    private final Listener listener;
    private final BooleanSupplier stop;

    /**
     * A plan to fill.
     *
     * @param start by account, who is to have it to begin with; of an account that is missing, who has it today
     * @param listener hears of what is better, from any thread
     */
    Seeding(CoverageProblem problem, Map<String, Holders> start, Listener listener, BooleanSupplier stop) {
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
                solve(sponsors.problem(), sponsors.start(this::sponsor), SPONSORS, (best, limit, agents) -> {});
        Worth beside = plus(sponsored.worth(), new Worth(0, constant));
        Worth boundBeside = plus(sponsored.bound(), new Worth(0, constant));
        Assigner.Answer managed = solve(
                managers.problem(),
                managers.start(this::manager),
                MANAGERS,
                (best, limit, agents) -> listener.better(
                        plus(best, beside), plus(limit, boundBeside), () -> holders(agents.get(), sponsored)));
        managers.fill(managed);
        sponsors.fill(sponsored);
        orAsBefore();
        Worth bound = plus(managed.bound(), boundBeside);
        return new Seed(solution, new Bound(bound.open(), bound.cost()), another(managed));
    }

    private Map<String, Holders> holders(List<Integer> agents, Assigner.Answer sponsored) {
        Map<String, Holders> holders = managers.holders(agents);
        sponsors.sponsors(sponsored.agents())
                .forEach((account, sponsor) -> holders.merge(
                        account,
                        new Holders(null, sponsor),
                        (both, one) -> new Holders(both.accountManager(), sponsor)));
        return holders;
    }

    /** Neither problem knows all constraints: where the start turns out to be better by all of them, it is taken back. */
    private void orAsBefore() {
        if (!start.isEmpty()) {
            Map<String, Holders> filled = solution.holders();
            Judgement now = PlanJudge.judge(solution, input.weights());
            seat(start);
            if (!PlanJudge.judge(solution, input.weights()).betterThan(now)) {
                seat(filled);
            }
        }
    }

    private void seat(Map<String, Holders> holders) {
        for (ManagerSeat seat : solution.managerSeats()) {
            Candidate manager = problem.person(
                    holders.getOrDefault(seat.account().id(), Holders.NOBODY).accountManager());
            if (!seat.pinned()) {
                seat.setManager(seat.eligible().contains(manager) ? manager : null);
            }
        }
        for (SponsorSeat seat : solution.sponsorSeats()) {
            Candidate sponsor = problem.person(
                    holders.getOrDefault(seat.account().id(), Holders.NOBODY).sponsor());
            if (!seat.pinned()) {
                seat.setSponsor(seat.eligible().contains(sponsor) ? sponsor : null);
            }
        }
    }

    private @Nullable Candidate manager(ManagerSeat seat) {
        Holders holders = start.get(seat.account().id());
        return holders == null ? seat.present() : problem.person(holders.accountManager());
    }

    private @Nullable Candidate sponsor(SponsorSeat seat) {
        Holders holders = start.get(seat.account().id());
        return holders == null ? seat.present() : problem.person(holders.sponsor());
    }

    private Assigner.Answer solve(AssignmentProblem problem, int[] startWith, double share, Assigner.Listener told) {
        Long calculations = input.scoreLimit();
        double all = calculations == null ? input.timeLimit().toMillis() / 1e3 : calculations * PER_CALCULATION;
        Assigner.Settings settings = new Assigner.Settings(
                share * all,
                calculations == null ? THREADS : 1,
                calculations != null,
                input.seed(),
                GOOD_ENOUGH,
                Math.max(LEAST_PATIENCE, PATIENCE * all));
        return Assigner.solve(problem, startWith, settings, told, stop);
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
