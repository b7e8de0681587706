package dev.keyline.coverage;

import dev.keyline.coverage.assign.AssignmentProblem;
import dev.keyline.coverage.assign.Prices;
import dev.keyline.coverage.assign.Worth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one more account manager can save a finished plan at most, however the accounts that are looked after now are shared
 * among all then, and whichever others the newcomer takes. From the prices of a bound on the plan without the newcomer: they
 * take no account for more than it costs there, and whoever holds one pays these prices.
 */
final class HeadBound {
    private static final int HEAD = 0;
    private static final int AS_BEFORE = 1;

    private final ManagerProblem managers;
    private final long cost;
    private final Prices prices;
    private final Map<Integer, Integer> jobs = new HashMap<>();

    private HeadBound(ManagerProblem managers, long cost) {
        this.managers = managers;
        this.cost = cost;
        this.prices = Prices.of(managers.problem(), cost);
        for (ManagerSeat seat : managers.free()) {
            jobs.put(seat.id(), jobs.size());
        }
    }

    /** Empty for a book that does not keep to its pins and limits, about which nothing is proved. */
    static Optional<HeadBound> of(SeatedBook book) {
        List<ManagerSeat> seated = book.solution().managerSeats();
        CoverageProblem problem = new CoverageProblem(book.problem().input());
        CoverageSolution empty = problem.solution();
        if (empty.managerSeats().stream()
                .anyMatch(seat -> seat.pinned() && indexOf(seated.get(seat.id())) != indexOf(seat))) {
            return Optional.empty();
        }
        ManagerProblem managers = new ManagerProblem(
                empty, problem.rates(), seat -> seated.get(seat.id()).manager() != null);
        int[] agents = managers.free().stream()
                .mapToInt(seat -> indexOf(seated.get(seat.id())))
                .toArray();
        Worth worth = managers.problem().worth(agents);
        return worth == null ? Optional.empty() : Optional.of(new HeadBound(managers, worth.cost()));
    }

    private static int indexOf(ManagerSeat seat) {
        Candidate manager = seat.manager();
        return manager == null ? AssignmentProblem.NONE : manager.index();
    }

    /**
     * In the unit of the score, hundredths of the reporting currency.
     *
     * @param head who comes; holds nothing yet
     * @param seats that they may take
     */
    long savedAtMost(Candidate head, List<ManagerSeat> seats) {
        AssignmentProblem.Builder builder = ManagerProblem.of(2);
        managers.limits(builder, HEAD, head, Holding.NOTHING);
        long asBefore = 0;
        for (ManagerSeat seat : seats) {
            Integer job = jobs.get(seat.id());
            long least = job == null ? 0 : prices.least(job);
            ManagerProblem.job(builder, seat)
                    .pair(HEAD, seat.priceFor(head), seat.pointsWith(head))
                    .pair(AS_BEFORE, least, 0);
            asBefore += least;
        }
        long idle = head.priceFor(Holding.NOTHING);
        long withHead = Prices.of(builder.build(), asBefore + idle).bound() - asBefore;
        // each of these jobs may have been rounded down by one
        return cost - prices.bound() - withHead + seats.size();
    }
}
