package dev.keyline.acceptance;

import dev.keyline.acceptance.AcceptanceStore.Seat;
import dev.keyline.acceptance.SeatChange.Held;
import dev.keyline.coverage.AccountDemand;
import dev.keyline.coverage.Assignment;
import dev.keyline.coverage.PersonRef;
import dev.keyline.coverage.Pin;
import dev.keyline.coverage.PlanInput;
import dev.keyline.http.ConflictException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Holds a plan against the portfolio: which seats it changes, and what has changed since it was made. */
final class PortfolioSeats {
    static final String MANAGER = "account-manager";
    static final String SPONSOR = "executive-sponsor";
    private static final int NAMED = 5;

    private final LocalDate day;
    private final Map<Seat, Held> holders;
    private final Set<String> accounts;
    private final Map<String, LocalDate> leaving = new HashMap<>();
    private final List<String> obstacles = new ArrayList<>();

    PortfolioSeats(Handle handle, LocalDate day) {
        this.day = day;
        this.holders = AcceptanceStore.holdersOn(handle, day);
        this.accounts =
                handle.createQuery("select id from account").mapTo(String.class).set();
        handle.createQuery("select id, leaves_on from person")
                .map((row, context) -> leaving.put(
                        row.getString("id"),
                        Objects.requireNonNullElse(row.getObject("leaves_on", LocalDate.class), LocalDate.MAX)))
                .list();
    }

    /**
     * The seats that the plan gives to other people than will hold them on the day.
     *
     * @throws ConflictException naming what the plan no longer fits
     */
    List<SeatChange> changes(PlanInput input, List<Assignment> assignments, List<Pin> locks) {
        Set<Seat> locked = locks.stream()
                .map(pin -> new Seat(pin.account(), role(pin.seat())))
                .collect(Collectors.toSet());
        List<SeatChange> changes = new ArrayList<>();
        for (Assignment assignment : assignments) {
            AccountDemand account = input.demand().get(assignment.position());
            if (!accounts.contains(account.id())) {
                obstacles.add("the portfolio has no account " + account.id());
                continue;
            }
            add(
                    changes,
                    account,
                    new Seat(account.id(), MANAGER),
                    account.accountManager(),
                    assignment.accountManager(),
                    locked);
            if (account.sponsorNeeded()) {
                add(changes, account, new Seat(account.id(), SPONSOR), account.sponsor(), assignment.sponsor(), locked);
            }
        }
        refuseIfAny();
        return changes;
    }

    static String role(dev.keyline.coverage.Seat seat) {
        return seat == dev.keyline.coverage.Seat.ACCOUNT_MANAGER ? MANAGER : SPONSOR;
    }

    private void add(
            List<SeatChange> changes,
            AccountDemand account,
            Seat seat,
            @Nullable String expected,
            @Nullable PersonRef planned,
            Set<Seat> locked) {
        Held now = holders.get(seat);
        LocalDate leavesOn = planned == null ? LocalDate.MAX : leaving.get(planned.id());
        if (!Objects.equals(SeatChange.person(now), expected)) {
            obstacles.add("the %s of %s is %s now, not %s"
                    .formatted(seat.role(), account.name(), orNobody(SeatChange.person(now)), orNobody(expected)));
        } else if (planned != null && leavesOn == null) {
            obstacles.add("the portfolio has nobody called " + planned.id());
        } else if (planned != null && leavesOn != null && !leavesOn.isAfter(day)) {
            obstacles.add(planned.name() + " leaves on " + leavesOn);
        } else {
            Held after = planned == null ? null : new Held(planned.id(), null, locked.contains(seat));
            boolean newlyLocked = now != null && after != null && after.pinned() && !now.pinned();
            SeatChange change = new SeatChange(seat.account(), seat.role(), now, after);
            if (newlyLocked || !change.isTo(now)) {
                changes.add(change);
            }
        }
    }

    private void refuseIfAny() {
        if (!obstacles.isEmpty()) {
            List<String> distinct = obstacles.stream().distinct().toList();
            String more = distinct.size() > NAMED ? "; and " + (distinct.size() - NAMED) + " more" : "";
            throw new ConflictException("The portfolio has changed since the plan was made: "
                    + String.join("; ", distinct.subList(0, Math.min(NAMED, distinct.size())))
                    + more + ". Plan again from it.");
        }
    }

    private static String orNobody(@Nullable String person) {
        return person == null ? "nobody" : person;
    }
}
