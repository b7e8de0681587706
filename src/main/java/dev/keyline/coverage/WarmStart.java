package dev.keyline.coverage;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fills empty seats with who had them in another plan, where they may have them still and no hard constraint is broken. */
final class WarmStart {
    private WarmStart() {}

    /** @param people by id; null for somebody unknown */
    static void fill(
            CoverageSolution solution,
            Function<@Nullable String, @Nullable Candidate> people,
            Map<String, Holders> start) {
        Tally tally = Tally.of(solution);
        for (ManagerSeat seat : solution.managerSeats()) {
            Candidate manager = people.apply(
                    start.getOrDefault(seat.account().id(), Holders.NOBODY).accountManager());
            if (seat.manager() == null
                    && manager != null
                    && seat.eligible().contains(manager)
                    && tally.fits(seat, manager)) {
                seat.setManager(manager);
                tally.add(seat);
            }
        }
        for (SponsorSeat seat : solution.sponsorSeats()) {
            Candidate sponsor = people.apply(
                    start.getOrDefault(seat.account().id(), Holders.NOBODY).sponsor());
            Candidate manager = solution.managerSeats().get(seat.id()).manager();
            if (seat.sponsor() == null
                    && sponsor != null
                    && seat.eligible().contains(sponsor)
                    && tally.fits(seat, sponsor, manager)) {
                seat.setSponsor(sponsor);
                tally.add(seat);
            }
        }
    }
}
