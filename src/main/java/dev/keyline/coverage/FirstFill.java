package dev.keyline.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan that local search starts from. Every account stays with its manager up to the fair share; then the heaviest
 * and least placeable first, each to whoever it leaves least utilised. Keeps every hard constraint.
 */
final class FirstFill {
    private static final Comparator<ManagerSeat> HARDEST_FIRST = Comparator.comparingInt(
                    (ManagerSeat seat) -> seat.eligible().size())
            .thenComparing(Comparator.comparingLong(ManagerSeat::weight).reversed())
            .thenComparingInt(ManagerSeat::id);
    private static final Comparator<SponsorSeat> FEWEST_FIRST = Comparator.comparingInt(
                    (SponsorSeat seat) -> seat.eligible().size())
            .thenComparing(Comparator.comparingLong(SponsorSeat::weight).reversed())
            .thenComparingInt(SponsorSeat::id);

    private FirstFill() {}

    static void fill(CoverageSolution solution) {
        Tally tally = Tally.of(solution);
        fillManagers(solution, tally);
        fillSponsors(solution, tally);
    }

    private static void fillManagers(CoverageSolution solution, Tally tally) {
        Candidate[] pinnedSponsors = new Candidate[solution.managerSeats().size()];
        solution.sponsorSeats().forEach(seat -> pinnedSponsors[seat.id()] = seat.sponsor());
        List<ManagerSeat> open = new ArrayList<>();
        for (ManagerSeat seat : hardestFirst(solution)) {
            Candidate present = seat.only() != null ? seat.only() : seat.present();
            if (present != null
                    && seat.eligible().contains(present)
                    && mayHold(seat, present, pinnedSponsors[seat.id()], tally)
                    && (seat.only() != null
                            || tally.points(present) + seat.pointsWith(present) <= present.fairShare())) {
                place(seat, present, tally);
            } else {
                open.add(seat);
            }
        }
        for (ManagerSeat seat : open) {
            Candidate best = null;
            for (Candidate candidate : seat.eligible()) {
                if (mayHold(seat, candidate, pinnedSponsors[seat.id()], tally)
                        && (best == null || leaner(candidate, best, seat, tally))) {
                    best = candidate;
                }
            }
            place(seat, best, tally);
        }
    }

    private static List<ManagerSeat> hardestFirst(CoverageSolution solution) {
        return solution.managerSeats().stream()
                .filter(seat -> seat.manager() == null)
                .sorted(HARDEST_FIRST)
                .toList();
    }

    private static boolean mayHold(
            ManagerSeat seat, Candidate candidate, @Nullable Candidate pinnedSponsor, Tally tally) {
        return tally.fits(seat, candidate) && (pinnedSponsor == null || !candidate.reportsTo(pinnedSponsor));
    }

    /** Compares (load + points) / capacity without dividing. */
    private static boolean leaner(Candidate one, Candidate other, ManagerSeat seat, Tally tally) {
        return (tally.points(one) + seat.pointsWith(one)) * (double) other.capacity()
                < (tally.points(other) + seat.pointsWith(other)) * (double) one.capacity();
    }

    private static void place(ManagerSeat seat, @Nullable Candidate manager, Tally tally) {
        if (manager != null) {
            seat.setManager(manager);
            tally.add(seat);
        }
    }

    private static void fillSponsors(CoverageSolution solution, Tally tally) {
        List<SponsorSeat> open = solution.sponsorSeats().stream()
                .filter(seat -> seat.sponsor() == null)
                .sorted(FEWEST_FIRST)
                .toList();
        for (SponsorSeat seat : open) {
            Candidate manager = solution.managerSeats().get(seat.id()).manager();
            Candidate best = null;
            for (Candidate executive : seat.eligible()) {
                if (tally.fits(seat, executive, manager)
                        && (best == null || sponsorRank(seat, executive, tally) < sponsorRank(seat, best, tally))) {
                    best = executive;
                }
            }
            if (best != null) {
                seat.setSponsor(best);
                tally.add(seat);
            }
        }
    }

    private static int sponsorRank(SponsorSeat seat, Candidate executive, Tally tally) {
        return executive == seat.present() ? -1 : tally.sponsored(executive);
    }
}
