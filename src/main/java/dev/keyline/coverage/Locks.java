package dev.keyline.coverage;

import dev.keyline.http.ConflictException;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Seats of finished plans that people have locked: every plan made from such a plan keeps them. Table {@code plan_pin}. */
@Singleton
public class Locks {
    /** Where a page ends. */
    record Place(String account, Seat seat) {}

    private static final Place NONE = new Place("", Seat.ACCOUNT_MANAGER);

    private final Jdbi jdbi;
    private final Plans plans;
    private final Clock clock;

    @Inject
    Locks(Jdbi jdbi, Plans plans, Clock clock) {
        this.jdbi = jdbi;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * All locks of a plan, by account.
     *
     * @throws NotFoundException when there is no such plan
     */
    public List<Pin> of(UUID plan) {
        return after(plan, NONE, Integer.MAX_VALUE);
    }

    /**
     * The locks of a plan, by account.
     *
     * @throws NotFoundException when there is no such plan
     */
    public Page<Pin> page(UUID plan, PageRequest page) {
        Place after = page.after(Place.class).orElse(NONE);
        return page.page(after(plan, after, page.limit() + 1), pin -> new Place(pin.account(), pin.seat()));
    }

    private List<Pin> after(UUID plan, Place place, int limit) {
        plans.get(plan);
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select account_id, seat, person_id from plan_pin
                        where plan_id = :plan and (account_id, seat) > (:account, :seat)
                        order by account_id, seat limit :limit
                        """)
                .bind("plan", plan)
                .bind("account", place.account())
                .bind("seat", place.seat().word())
                .bind("limit", limit)
                .map((row, context) -> new Pin(
                        row.getString("account_id"), Seat.named(row.getString("seat")), row.getString("person_id")))
                .list());
    }

    /**
     * Locks a seat for the person whom the plan gives it to.
     *
     * @param ifMatch the plan's entity tag
     * @throws NotFoundException when the plan has no such account
     * @throws ConflictException when the plan is not finished, or gives the seat to nobody
     */
    public Pin put(Handle handle, UUID plan, String account, Seat seat, @Nullable String ifMatch, String caller) {
        PlanMarks.requireRevision(handle, plan, ifMatch);
        Assignment assignment = plans.assignment(plan, account);
        PersonRef holder = seat == Seat.ACCOUNT_MANAGER ? assignment.accountManager() : assignment.sponsor();
        if (holder == null) {
            throw new ConflictException("The plan gives the %s seat of %s to nobody.".formatted(seat, account));
        }
        handle.createUpdate("""
                        insert into plan_pin (plan_id, account_id, seat, person_id, pinned_by, pinned_at)
                        values (:plan, :account, :seat, :person, :caller, :now)
                        on conflict do nothing
                        """)
                .bind("plan", plan)
                .bind("account", account)
                .bind("seat", seat.word())
                .bind("person", holder.id())
                .bind("caller", caller)
                .bind("now", clock.instant())
                .execute();
        PlanMarks.revise(handle, plan);
        return new Pin(account, seat, holder.id());
    }

    /**
     * Takes a lock away.
     *
     * @param ifMatch the plan's entity tag
     * @throws NotFoundException when there is none
     */
    public void remove(Handle handle, UUID plan, String account, Seat seat, @Nullable String ifMatch) {
        PlanMarks.requireRevision(handle, plan, ifMatch);
        int removed = handle.createUpdate(
                        "delete from plan_pin where plan_id = :plan and account_id = :account and seat = :seat")
                .bind("plan", plan)
                .bind("account", account)
                .bind("seat", seat.word())
                .execute();
        if (removed == 0) {
            throw new NotFoundException("lock", account + "/" + seat.word());
        }
        PlanMarks.revise(handle, plan);
    }
}
