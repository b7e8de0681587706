package dev.keyline.coverage;

import dev.keyline.terms.Points;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a book asks of its people as the accounts are held today, without a solve.
 *
 * @param needs of every region and role, then of each role over all regions
 * @param managers every account manager and what they hold
 * @param sponsorsMissing accounts that must have a sponsor and have none, by id
 */
public record Staffing(List<Need> needs, List<Held> managers, List<String> sponsorsMissing) {
    /**
     * What a region asks of a role.
     *
     * @param region null: all regions together
     * @param asked points a month of account managers; accounts to be sponsored of executives
     * @param available the same unit, in the month that begins at the book's day. Who covers several regions counts in
     *     each, so that regions do not add up
     */
    public record Need(@Nullable String region, PersonKind role, BigDecimal asked, BigDecimal available) {}

    /** What an account manager holds, in points a month, and has to give in the month that begins at the book's day. */
    public record Held(PersonRef manager, BigDecimal load, Points capacity) {
        public boolean over() {
            return load.compareTo(capacity.value()) > 0;
        }
    }

    /**
     * Adds up what a book asks.
     *
     * @param asOf the first day of the month whose capacities count
     */
    public static Staffing of(Book book, LocalDate asOf) {
        return new Reading(book, asOf).staffing();
    }

    /** Accounts of no region are asked for in the sum over all regions only. */
    private static final class Reading {
        private final Book book;
        private final List<Candidate> people = new ArrayList<>();
        private final Map<String, Candidate> byId = new HashMap<>();

        Reading(Book book, LocalDate asOf) {
            this.book = book;
            Limits limits = Defaults.shipped().limits();
            Rates rates = Rates.unpriced(limits, asOf);
            for (Person person : book.people()) {
                Candidate candidate = new Candidate(people.size(), person, rates, Capacity.of(person, limits, asOf));
                people.add(candidate);
                byId.put(person.id(), candidate);
            }
        }

        Staffing staffing() {
            return new Staffing(
                    needs(),
                    held(),
                    book.demand().stream()
                            .filter(AccountDemand::sponsorNeeded)
                            .filter(account -> account.sponsor() == null || !byId.containsKey(account.sponsor()))
                            .map(AccountDemand::id)
                            .toList());
        }

        private List<Need> needs() {
            Map<String, Long> points = new HashMap<>();
            Map<String, Long> sponsored = new HashMap<>();
            long allPoints = 0;
            long allSponsored = 0;
            for (AccountDemand account : book.demand()) {
                long sponsors = account.sponsorNeeded() ? 1 : 0;
                allPoints += account.points().thousandths();
                allSponsored += sponsors;
                if (account.region() != null) {
                    points.merge(account.region(), account.points().thousandths(), Long::sum);
                    sponsored.merge(account.region(), sponsors, Long::sum);
                }
            }
            List<Need> needs = new ArrayList<>();
            for (String region : new TreeSet<>(points.keySet())) {
                needs.add(managers(region, Objects.requireNonNull(points.get(region))));
                needs.add(executives(region, Objects.requireNonNull(sponsored.get(region))));
            }
            needs.add(managers(null, allPoints));
            needs.add(executives(null, allSponsored));
            return needs;
        }

        private Need managers(@Nullable String region, long asked) {
            long capacity = people.stream()
                    .filter(person -> isFor(person, PersonKind.ACCOUNT_MANAGER, region))
                    .mapToLong(Candidate::capacity)
                    .sum();
            return new Need(
                    region, PersonKind.ACCOUNT_MANAGER, BigDecimal.valueOf(asked, 3), BigDecimal.valueOf(capacity, 3));
        }

        private Need executives(@Nullable String region, long asked) {
            long places = people.stream()
                    .filter(person -> isFor(person, PersonKind.EXECUTIVE, region))
                    .mapToLong(Candidate::sponsorLimit)
                    .sum();
            return new Need(region, PersonKind.EXECUTIVE, BigDecimal.valueOf(asked), BigDecimal.valueOf(places));
        }

        private static boolean isFor(Candidate candidate, PersonKind role, @Nullable String region) {
            return candidate.person().kind() == role && candidate.inService() && candidate.coversRegion(region);
        }

        private List<Held> held() {
            Map<String, Long> loads = new HashMap<>();
            for (AccountDemand account : book.demand()) {
                if (account.accountManager() != null) {
                    loads.merge(account.accountManager(), account.points().thousandths(), Long::sum);
                }
            }
            return people.stream()
                    .filter(person -> person.person().kind() == PersonKind.ACCOUNT_MANAGER)
                    .map(person -> new Held(
                            new PersonRef(person.person().id(), person.name()),
                            BigDecimal.valueOf(
                                    loads.getOrDefault(person.person().id(), 0L), 3),
                            Points.ofThousandths(person.capacity())))
                    .toList();
        }
    }
}
