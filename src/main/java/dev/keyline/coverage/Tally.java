package dev.keyline.coverage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each person holds so far, and whether one more fits. */
final class Tally {
    private final long[] points;
    private final int[] accounts;
    private final int[] tier1;
    private final long[] revenue;
    private final List<List<SponsorSeat>> sponsored = new ArrayList<>();

    Tally(int candidates) {
        points = new long[candidates];
        accounts = new int[candidates];
        tier1 = new int[candidates];
        revenue = new long[candidates];
        for (int i = 0; i < candidates; i++) {
            sponsored.add(new ArrayList<>());
        }
    }

    static Tally of(CoverageSolution solution) {
        Tally tally = new Tally(solution.candidates().size());
        solution.managerSeats().forEach(tally::add);
        solution.sponsorSeats().forEach(tally::add);
        return tally;
    }

    void add(ManagerSeat seat) {
        book(seat, 1);
    }

    void remove(ManagerSeat seat) {
        book(seat, -1);
    }

    private void book(ManagerSeat seat, int sign) {
        Candidate manager = seat.manager();
        if (manager != null) {
            int i = manager.index();
            points[i] += sign * seat.pointsHeld();
            accounts[i] += sign;
            tier1[i] += seat.tier1() ? sign : 0;
            revenue[i] += sign * seat.bookedRevenue();
        }
    }

    void add(SponsorSeat seat) {
        Candidate sponsor = seat.sponsor();
        if (sponsor != null) {
            sponsored.get(sponsor.index()).add(seat);
        }
    }

    Holding held(Candidate manager) {
        return new Holding(points(manager), revenue(manager), tier1(manager));
    }

    /** Thousandths of a point. */
    long points(Candidate manager) {
        return points[manager.index()];
    }

    int accounts(Candidate manager) {
        return accounts[manager.index()];
    }

    int tier1(Candidate manager) {
        return tier1[manager.index()];
    }

    long revenue(Candidate manager) {
        return revenue[manager.index()];
    }

    int sponsored(Candidate executive) {
        return sponsored.get(executive.index()).size();
    }

    boolean fits(ManagerSeat seat, Candidate manager) {
        return manager.hasRoom(held(manager), seat);
    }

    boolean fits(SponsorSeat seat, Candidate executive, @Nullable Candidate manager) {
        return obstacle(seat, executive, manager) == null;
    }

    /** What of this manager is used up, as in "Ann 110 of 110 points"; null when the account fits. */
    @Nullable
    String obstacle(ManagerSeat seat, Candidate manager) {
        return manager.obstacle(held(manager), seat);
    }

    /** Why this executive cannot take it as well, as in "Eve sponsors 3 of 3"; null when they can. */
    @Nullable
    String obstacle(SponsorSeat seat, Candidate executive, @Nullable Candidate manager) {
        List<SponsorSeat> held = sponsored.get(executive.index());
        if (held.size() >= executive.sponsorLimit()) {
            return "%s sponsors %d of %d".formatted(executive.name(), held.size(), executive.sponsorLimit());
        }
        if (manager != null && manager.reportsTo(executive)) {
            return "%s is the line manager of %s".formatted(executive.name(), manager.name());
        }
        for (SponsorSeat other : held) {
            if (other != seat && other.competesWith(seat)) {
                return "%s sponsors the competitor %s"
                        .formatted(executive.name(), other.account().name());
            }
        }
        return null;
    }
}
