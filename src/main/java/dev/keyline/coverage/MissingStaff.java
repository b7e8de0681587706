package dev.keyline.coverage;

import dev.keyline.terms.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what the accounts that a plan leaves open ask of whoever would take them. */
final class MissingStaff {
    private MissingStaff() {}

    /** The most points first, then executives by the accounts they would sponsor. */
    static List<StaffMissing> of(SeatedBook book) {
        Map<Eligibility.Need, List<ManagerSeat>> uncovered = new LinkedHashMap<>();
        for (ManagerSeat seat : book.solution().managerSeats()) {
            if (seat.manager() == null) {
                uncovered
                        .computeIfAbsent(Eligibility.Need.of(seat.account()), need -> new ArrayList<>())
                        .add(seat);
            }
        }
        Map<Integer, List<SponsorSeat>> unsponsored = new LinkedHashMap<>();
        for (SponsorSeat seat : book.solution().sponsorSeats()) {
            if (seat.sponsor() == null) {
                unsponsored
                        .computeIfAbsent(
                                book.problem().eligibility().levelNeeded(seat.account()), level -> new ArrayList<>())
                        .add(seat);
            }
        }
        List<StaffMissing> missing = new ArrayList<>();
        uncovered.forEach((need, seats) -> missing.add(managers(need, seats)));
        missing.sort(Comparator.comparing((StaffMissing one) -> one.points().value())
                .reversed()
                .thenComparing(StaffMissing::sentence));
        int each = book.problem().input().limits().sponsoredAccounts();
        unsponsored.forEach((level, seats) -> missing.add(executives(level, seats.size(), each)));
        return missing;
    }

    private static StaffMissing managers(Eligibility.Need need, List<ManagerSeat> seats) {
        long points = seats.stream().mapToLong(ManagerSeat::points).sum();
        int people = people(points, Person.FULL_TIME.thousandths());
        String words = need.words();
        return new StaffMissing(
                PersonKind.ACCOUNT_MANAGER,
                need.region(),
                need.language(),
                need.clearance(),
                need.skills(),
                null,
                seats.size(),
                Points.ofThousandths(points),
                people,
                "%s%s would look after %s that nobody looks after now, %s points a month."
                        .formatted(
                                count(people, "more account manager"),
                                words.isEmpty() ? "" : people == 1 ? " who " + words : ", each of whom " + words + ",",
                                count(seats.size(), "account"),
                                Points.ofThousandths(points)));
    }

    private static StaffMissing executives(int level, int accounts, int each) {
        int people = people(accounts, each);
        return new StaffMissing(
                PersonKind.EXECUTIVE,
                null,
                null,
                null,
                List.of(),
                level,
                accounts,
                Points.ofThousandths(0),
                people,
                "%s of level %d or above would sponsor %s that nobody sponsors now."
                        .formatted(count(people, "more executive"), level, count(accounts, "account")));
    }

    private static int people(long asked, long each) {
        return (int) Math.max(1, each == 0 ? asked : (asked + each - 1) / each);
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
