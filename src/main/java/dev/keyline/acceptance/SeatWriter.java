package dev.keyline.acceptance;

import dev.keyline.acceptance.AcceptanceStore.Seat;
import dev.keyline.acceptance.SeatChange.Held;
import dev.keyline.http.ConflictException;
import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.PortfolioChange;
import dev.keyline.portfolio.Row;
import dev.keyline.portfolio.Written;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes accepted seats into the portfolio, and what was there before back into it. */
@Singleton
class SeatWriter {
    private static final int NAMED = 5;

    /** Gives the seats to the plan's people; one that somebody has changed since the acceptance stays as it is found. */
    void apply(PortfolioChange change, Acceptance acceptance, Instant now) {
        Handle handle = change.handle();
        List<SeatChange> waiting = AcceptanceStore.seats(handle, acceptance.id(), "waiting");
        Map<Seat, Held> holders = AcceptanceStore.lockHolders(handle, accounts(waiting));
        List<SeatChange> applied = new ArrayList<>();
        List<SeatChange> leftAlone = new ArrayList<>();
        for (SeatChange seat : waiting) {
            Held found = holders.get(new Seat(seat.account(), seat.role()));
            if (seat.isFrom(found)) {
                applied.add(new SeatChange(
                        seat.account(), seat.role(), found, since(seat, found, acceptance.effectiveOn())));
            } else {
                leftAlone.add(seat);
            }
        }
        write(change, applied, holders.keySet());
        AcceptanceStore.settle(handle, acceptance.id(), applied, "applied");
        AcceptanceStore.settle(handle, acceptance.id(), leftAlone, "left alone");
        AcceptanceStore.applied(handle, acceptance.id(), now);
    }

    private static @Nullable Held since(SeatChange seat, @Nullable Held found, LocalDate effectiveOn) {
        Held after = seat.after();
        return after == null
                ? null
                : new Held(
                        after.person(),
                        found != null && seat.isTo(found) ? found.since() : effectiveOn,
                        after.pinned());
    }

    /**
     * Gives the seats back.
     *
     * @throws ConflictException naming what has changed since
     */
    void restore(PortfolioChange change, Acceptance acceptance, LocalDate today) {
        Handle handle = change.handle();
        List<SeatChange> applied = AcceptanceStore.seats(handle, acceptance.id(), "applied");
        Map<Seat, Held> holders = AcceptanceStore.lockHolders(handle, accounts(applied));
        Set<String> gone = handle.createQuery("select id from person where leaves_on <= :today")
                .bind("today", today)
                .mapTo(String.class)
                .set();
        List<String> obstacles = new ArrayList<>();
        for (SeatChange seat : applied) {
            Held found = holders.get(new Seat(seat.account(), seat.role()));
            Held before = seat.before();
            if (!seat.isTo(found)) {
                obstacles.add("the %s of %s is %s"
                        .formatted(seat.role(), seat.account(), found == null ? "nobody" : found.person()));
            } else if (before != null && gone.contains(before.person())) {
                obstacles.add(before.person() + ", the " + seat.role() + " of " + seat.account() + " before, has left");
            }
        }
        if (!obstacles.isEmpty()) {
            throw new ConflictException("It cannot be undone, because "
                    + String.join("; ", obstacles.subList(0, Math.min(NAMED, obstacles.size())))
                    + (obstacles.size() > NAMED ? "; and " + (obstacles.size() - NAMED) + " more." : "."));
        }
        write(change, applied.stream().map(SeatChange::back).toList(), holders.keySet());
        AcceptanceStore.settle(handle, acceptance.id(), applied, "restored");
    }

    private static Set<String> accounts(List<SeatChange> seats) {
        Set<String> accounts = new TreeSet<>();
        seats.forEach(seat -> accounts.add(seat.account()));
        return accounts;
    }

    private static void write(PortfolioChange change, List<SeatChange> seats, Set<Seat> held) {
        List<Row> rows = new ArrayList<>();
        for (SeatChange seat : seats) {
            Held after = seat.after();
            if (after == null) {
                List<String> others = held.stream()
                        .filter(other -> other.account().equals(seat.account())
                                && !other.role().equals(seat.role()))
                        .map(Seat::role)
                        .toList();
                change.removeOthers(Entity.ASSIGNMENT, seat.account(), others);
            } else {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                values.put("account_id", seat.account());
                values.put("role", seat.role());
                values.put("person_id", after.person());
                values.put("since", after.since());
                values.put("pinned", after.pinned());
                rows.add(new Row(values));
            }
        }
        Written written = change.write(Entity.ASSIGNMENT, rows);
        if (!written.refused().isEmpty()) {
            throw new IllegalStateException(
                    "seats of people and accounts that exist were refused: " + written.refused());
        }
    }
}
