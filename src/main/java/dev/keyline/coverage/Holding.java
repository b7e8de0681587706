package dev.keyline.coverage;

/**
 * What an account manager holds in all.
 *
 * @param points thousandths of a point a month
 * @param revenue whole units of the reporting currency a year, where it is known
 * @param tier1 Tier 1 accounts
 */
record Holding(long points, long revenue, int tier1) {
    static final Holding NOTHING = new Holding(0, 0, 0);

    Holding with(ManagerSeat seat, Candidate manager) {
        return new Holding(
                points + seat.pointsWith(manager), revenue + seat.bookedRevenue(), tier1 + (seat.tier1() ? 1 : 0));
    }

    Holding without(ManagerSeat seat, Candidate manager) {
        return new Holding(
                points - seat.pointsWith(manager), revenue - seat.bookedRevenue(), tier1 - (seat.tier1() ? 1 : 0));
    }
}
