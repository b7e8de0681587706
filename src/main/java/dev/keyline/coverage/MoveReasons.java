package dev.keyline.coverage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why each account of a plan moves: because it has to, or because the plan would be worse if it went back alone. */
final class MoveReasons {
    /** What an account that has to move, or cannot go back, is worth moving: more than any money. */
    static final long CANNOT_STAY = Long.MAX_VALUE;

    private final MustMove must;
    private final CoverageProblem problem;
    private final Tally tally;
    private final Map<String, ManagerSeat> seats = new HashMap<>();

    MoveReasons(PlanInput input, MustMove must, List<Assignment> assignments) {
        this.must = must;
        this.problem = new CoverageProblem(input);
        CoverageSolution solution = problem.filled(Holders.of(assignments));
        this.tally = Tally.of(solution);
        solution.managerSeats().forEach(seat -> seats.put(seat.account().id(), seat));
    }

    /**
     * How much worse the plan were with the account back at who holds it today and all else as planned, in hundredths of
     * the reporting currency; below 0 it were better.
     */
    long worth(String account) {
        ManagerSeat seat = Objects.requireNonNull(seats.get(account));
        Candidate home = seat.present();
        if (must.forced().containsKey(account) || home == null || !fitsBack(seat, home)) {
            return CANNOT_STAY;
        }
        Candidate now = seat.holder();
        Holding held = tally.held(now);
        Holding atHome = tally.held(home);
        long price = seat.priceFor(now) + now.priceFor(held) + home.priceFor(atHome);
        return seat.priceFor(home)
                + now.priceFor(held.without(seat, now))
                + home.priceFor(atHome.with(seat, home))
                - price;
    }

    private boolean fitsBack(ManagerSeat seat, Candidate home) {
        return tally.fits(seat, home)
                && problem.eligibility().refusal(home, Seat.ACCOUNT_MANAGER, seat.account()) == null;
    }

    /**
     * Takes accounts back to who holds them today, those whose moves save least first, for as long as there is room.
     *
     * @return those that are back
     */
    Set<String> takeBack(Set<String> accounts) {
        Map<String, Long> worth = new HashMap<>();
        accounts.forEach(account -> worth.put(account, worth(account)));
        Set<String> back = new HashSet<>();
        worth.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> {
                    ManagerSeat seat = Objects.requireNonNull(seats.get(entry.getKey()));
                    Candidate home = seat.present();
                    if (home != null && fitsBack(seat, home)) {
                        tally.remove(seat);
                        seat.setManager(home);
                        tally.add(seat);
                        back.add(entry.getKey());
                    }
                });
        return back;
    }

    /** The assignment with its reason, where it moves. */
    Assignment explained(Assignment assignment) {
        if (!assignment.moved()) {
            return assignment;
        }
        String reason = Stream.of(assignment.reason(), sentence(assignment.account()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return new Assignment(
                assignment.position(),
                assignment.account(),
                assignment.accountName(),
                assignment.tier(),
                assignment.points(),
                assignment.accountManager(),
                assignment.sponsor(),
                assignment.moved(),
                assignment.pinned(),
                assignment.sponsorMissing(),
                reason);
    }

    private String sentence(String account) {
        String reason = must.forced().getOrDefault(account, must.crowded().get(account));
        if (reason != null) {
            return "It moves because " + reason + ".";
        }
        ManagerSeat seat = Objects.requireNonNull(seats.get(account));
        long worth = worth(account);
        if (worth == CANNOT_STAY) {
            return "It makes room: " + tally.obstacle(seat, Objects.requireNonNull(seat.present())) + ".";
        }
        long price = seat.priceFor(PairPrice.CONTINUITY, seat.holder());
        return worth > 0
                ? "It pays for its move: %,d saved a year for %,d that the move costs."
                        .formatted((worth + price) / 100, price / 100)
                : "Its move pays nothing: the solver was stopped before it found better.";
    }
}
