package dev.keyline.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes accounts off managers above their fair share, the cheapest to move first, each to the leanest manager who may hold
 * it and stays leaner than the one it came from. Load so runs down from manager to manager along chains that single moves
 * of local search would find one by one; room that this makes goes to accounts without a manager.
 */
final class EvenOut {
    private static final int PASSES = 100;

    private record Move(ManagerSeat seat, Candidate to, double pricePerPoint) {}

    private final CoverageSolution solution;
    private final Tally tally;
    private final List<List<ManagerSeat>> held = new ArrayList<>();
    private final Candidate[] sponsors;

    private EvenOut(CoverageSolution solution) {
        this.solution = solution;
        this.tally = Tally.of(solution);
        this.sponsors = new Candidate[solution.managerSeats().size()];
        solution.sponsorSeats().forEach(seat -> sponsors[seat.id()] = seat.sponsor());
        solution.candidates().forEach(candidate -> held.add(new ArrayList<>()));
        for (ManagerSeat seat : solution.managerSeats()) {
            Candidate manager = seat.manager();
            if (manager != null) {
                held.get(manager.index()).add(seat);
            }
        }
    }

    static void apply(CoverageSolution solution) {
        EvenOut book = new EvenOut(solution);
        boolean changed = true;
        for (int pass = 0; changed && pass < PASSES; pass++) {
            boolean covered = book.cover();
            changed = book.lighten() || covered;
        }
    }

    private boolean cover() {
        boolean changed = false;
        for (ManagerSeat seat : solution.managerSeats()) {
            Candidate to = seat.manager() == null ? leanest(seat, Double.MAX_VALUE) : null;
            if (to != null) {
                move(seat, to);
                changed = true;
            }
        }
        return changed;
    }

    private boolean lighten() {
        boolean changed = false;
        List<Candidate> fullestFirst = solution.candidates().stream()
                .filter(manager -> tally.points(manager) > manager.fairShare())
                .sorted(Comparator.comparingDouble((Candidate manager) -> utilisation(manager, 0))
                        .reversed())
                .toList();
        for (Candidate manager : fullestFirst) {
            Move move = cheapest(manager);
            while (move != null) {
                move(move.seat(), move.to());
                changed = true;
                move = tally.points(manager) > manager.fairShare() ? cheapest(manager) : null;
            }
        }
        return changed;
    }

    private @Nullable Move cheapest(Candidate from) {
        Move best = null;
        double below = utilisation(from, 0);
        for (ManagerSeat seat : held.get(from.index())) {
            Candidate to = seat.pinned() || seat.pointsWith(from) == 0 ? null : leanest(seat, below);
            if (to != null) {
                double price = (seat.priceFor(to) - seat.priceFor(from)) / (double) seat.pointsWith(from);
                if (best == null || price < best.pricePerPoint()) {
                    best = new Move(seat, to, price);
                }
            }
        }
        return best;
    }

    /** Who would be least utilised with it, and less than a limit; null when nobody may. */
    private @Nullable Candidate leanest(ManagerSeat seat, double below) {
        Candidate best = null;
        double least = below;
        Candidate sponsor = sponsors[seat.id()];
        for (Candidate candidate : seat.eligible()) {
            double after = utilisation(candidate, seat.pointsWith(candidate));
            if (after < least
                    && candidate != seat.manager()
                    && tally.fits(seat, candidate)
                    && (sponsor == null || !candidate.reportsTo(sponsor))) {
                best = candidate;
                least = after;
            }
        }
        return best;
    }

    private double utilisation(Candidate manager, long more) {
        return (tally.points(manager) + more) / (double) manager.capacity();
    }

    private void move(ManagerSeat seat, Candidate to) {
        Candidate from = seat.manager();
        if (from != null) {
            tally.remove(seat);
            held.get(from.index()).remove(seat);
        }
        seat.setManager(to);
        tally.add(seat);
        held.get(to.index()).add(seat);
    }
}
