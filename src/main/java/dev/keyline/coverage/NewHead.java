package dev.keyline.coverage;

import dev.keyline.coverage.Shift.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts one more full-time account manager into a finished plan and moves accounts of one region to them one at a time while
 * that pays: first those without a manager, then those that gain most. What else could be gained is limited by a bound.
 */
final class NewHead {
    private static final int PASSES = 20;
    private static final Comparator<ManagerSeat> HEAVIEST_FIRST =
            Comparator.comparingLong(ManagerSeat::weight).reversed().thenComparingInt(ManagerSeat::id);

    private record Priced(ManagerSeat seat, long soft) {}

    private final @Nullable String region;
    private final Candidate head;
    private final Holdings holdings;
    private final List<ManagerSeat> open = new ArrayList<>();
    private final @Nullable Long atMost;
    private int covered;
    private int moved;
    private long medium;
    private long soft;

    private NewHead(SeatedBook book, Optional<HeadBound> bound, @Nullable String region, List<ManagerSeat> seats) {
        this.region = region;
        this.head = book.problem().oneMore(wanted(region, seats));
        this.holdings = book.holdings().copy();
        for (ManagerSeat seat : seats) {
            boolean free = seat.only() == null || seat.manager() == null;
            if (free && book.problem().eligibility().refusal(head, Seat.ACCOUNT_MANAGER, seat.account()) == null) {
                open.add(seat);
            }
        }
        this.atMost = bound.map(of -> of.savedAtMost(head, open)).orElse(null);
    }

    /** For each region of the book, the most wanted first. */
    static List<OneMore> of(SeatedBook book) {
        Map<@Nullable String, List<ManagerSeat>> byRegion = new HashMap<>();
        for (ManagerSeat seat : book.solution().managerSeats()) {
            byRegion.computeIfAbsent(seat.account().region(), region -> new ArrayList<>())
                    .add(seat);
        }
        Optional<HeadBound> bound = HeadBound.of(book);
        List<OneMore> all = new ArrayList<>();
        byRegion.forEach((region, seats) -> all.add(new NewHead(book, bound, region, seats).fill()));
        all.sort(Comparator.comparingLong(OneMore::mediumPoints)
                .thenComparingLong(OneMore::points)
                .reversed()
                .thenComparing(one -> Objects.requireNonNullElse(one.region(), "")));
        return all;
    }

    /** Somebody without a ramp or a history who meets what the region's accounts ask. */
    static Person wanted(@Nullable String region, List<ManagerSeat> seats) {
        Set<String> languages = new LinkedHashSet<>();
        Set<String> clearances = new LinkedHashSet<>();
        Set<String> skills = new LinkedHashSet<>();
        for (ManagerSeat seat : seats) {
            AccountDemand account = seat.account();
            if (account.language() != null) {
                languages.add(account.language());
            }
            if (account.clearance() != null) {
                clearances.add(account.clearance());
            }
            skills.addAll(account.skills());
        }
        return new Person(
                "one more",
                "One more",
                PersonKind.ACCOUNT_MANAGER,
                null,
                1,
                List.copyOf(languages),
                List.of(),
                region == null ? List.of() : List.of(region),
                Person.FULL_TIME,
                null,
                null,
                null,
                List.of(),
                List.copyOf(clearances),
                List.copyOf(skills),
                Place.UNKNOWN,
                null);
    }

    private OneMore fill() {
        open.stream()
                .filter(seat -> seat.manager() == null)
                .sorted(HEAVIEST_FIRST)
                .forEach(this::takeIfItFits);
        open.removeIf(seat -> seat.manager() == null);
        boolean gained = true;
        for (int pass = 0; gained && pass < PASSES; pass++) {
            gained = false;
            List<Priced> best = open.stream()
                    .map(seat -> new Priced(seat, price(seat)))
                    .filter(priced -> priced.soft() < 0)
                    .sorted(Comparator.comparingLong(Priced::soft)
                            .thenComparingInt(priced -> priced.seat().id()))
                    .toList();
            for (Priced priced : best) {
                // what is held has changed since, and with it the price
                if (price(priced.seat()) < 0 && takeIfItFits(priced.seat())) {
                    open.remove(priced.seat());
                    gained = true;
                }
            }
        }
        return new OneMore(
                region,
                covered,
                -medium,
                moved,
                -soft,
                Share.money(-soft),
                atMost == null ? null : Share.money(atMost));
    }

    private long price(ManagerSeat seat) {
        return new Shift(holdings, new Change(seat, head)).soft();
    }

    private boolean takeIfItFits(ManagerSeat seat) {
        if (!head.hasRoom(holdings.of(head), seat)) {
            return false;
        }
        Shift shift = new Shift(holdings, new Change(seat, head));
        soft += shift.soft();
        medium += shift.medium();
        Candidate from = seat.manager();
        if (from == null) {
            covered++;
        } else {
            moved++;
            holdings.take(seat, from);
        }
        holdings.give(seat, head);
        return true;
    }
}
