package dev.keyline.coverage;

import dev.keyline.coverage.PersonLoad.Driver;
import dev.keyline.coverage.PersonLoad.Week;
import dev.keyline.terms.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays what one person holds in a plan over the weeks that follow: ramp and leave take capacity, renewals fall due. */
final class LoadByWeek {
    private static final int WEEKS = 13;

    private LoadByWeek() {}

    static PersonLoad of(SeatedBook book, Candidate person) {
        PersonRef ref = Ranking.ref(person);
        if (person.person().kind() == PersonKind.EXECUTIVE) {
            List<SponsorSeat> sponsored = book.sponsoredBy(person);
            long price = person.priceForSponsoring(sponsored.size());
            return new PersonLoad(
                    ref,
                    PersonKind.EXECUTIVE,
                    Points.ofThousandths(0),
                    Points.ofThousandths(0),
                    Share.list(Map.of(CoverageWeights.Soft.SPONSOR_SPREAD, price)),
                    List.of(),
                    sponsored.stream().map(LoadByWeek::sponsored).toList());
        }
        Holding held = book.holdings().of(person);
        Map<String, Long> shares = new TreeMap<>();
        for (HoldingPrice price : HoldingPrice.values()) {
            shares.put(price.constraint(), person.priceFor(price, held));
        }
        List<ManagerSeat> seats = book.heldBy(person).stream()
                .sorted(Comparator.comparingLong((ManagerSeat seat) -> seat.pointsWith(person))
                        .reversed()
                        .thenComparingInt(ManagerSeat::id))
                .toList();
        return new PersonLoad(
                ref,
                PersonKind.ACCOUNT_MANAGER,
                Points.ofThousandths(held.points()),
                Points.ofThousandths(person.capacity()),
                Share.list(shares),
                weeks(book.problem().input(), person.person(), held.points(), seats),
                seats.stream().map(seat -> driver(seat, person, held.points())).toList());
    }

    private static List<Week> weeks(PlanInput input, Person person, long load, List<ManagerSeat> seats) {
        List<Week> weeks = new ArrayList<>();
        for (int i = 0; i < WEEKS; i++) {
            LocalDate from = input.asOf().plusWeeks(i);
            LocalDate until = from.plusWeeks(1);
            int ramp = Capacity.rampPercent(person.startsOn(), input.limits(), from);
            long present = Capacity.daysPresent(person, from, until);
            long capacity = person.capacity().thousandths() * ramp / 100 * present / 7;
            weeks.add(new Week(
                    from,
                    Points.ofThousandths(capacity),
                    ratio(load, capacity, RoundingMode.UP),
                    because(ramp, present),
                    seats.stream()
                            .map(ManagerSeat::account)
                            .filter(account -> account.renewalOn() != null
                                    && !account.renewalOn().isBefore(from)
                                    && account.renewalOn().isBefore(until))
                            .map(AccountDemand::id)
                            .toList()));
        }
        return weeks;
    }

    private static @Nullable String because(int ramp, long present) {
        String said = Stream.of(
                        ramp < 100 ? "ramp " + ramp + " %" : "",
                        present < 7 ? "away " + (7 - present) + " of 7 days" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? null : said;
    }

    private static Driver driver(ManagerSeat seat, Candidate person, long load) {
        return driver(seat.account(), Points.ofThousandths(seat.pointsWith(person)), load, seat.moves());
    }

    private static Driver sponsored(SponsorSeat seat) {
        boolean moved = seat.present() != null && seat.present() != seat.sponsor();
        return driver(seat.account(), Points.ofThousandths(0), 0, moved);
    }

    private static Driver driver(AccountDemand account, Points points, long load, boolean moved) {
        return new Driver(
                account.id(),
                account.name(),
                account.tier(),
                points,
                ratio(points.thousandths(), load, RoundingMode.HALF_UP),
                account.annualRevenue(),
                account.renewalOn(),
                moved);
    }

    private static @Nullable BigDecimal ratio(long part, long whole, RoundingMode rounding) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, rounding);
    }
}
