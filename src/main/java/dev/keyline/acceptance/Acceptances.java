package dev.keyline.acceptance;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.keyline.audit.Audit;
import dev.keyline.calendar.BusinessTime;
import dev.keyline.coverage.Assignment;
import dev.keyline.coverage.FrozenMove;
import dev.keyline.coverage.Locks;
import dev.keyline.coverage.Plan;
import dev.keyline.coverage.PlanInput;
import dev.keyline.coverage.Plans;
import dev.keyline.http.ConflictException;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.http.Versions;
import dev.keyline.portfolio.PortfolioChange;
import dev.keyline.timer.Timers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Makes plans hold from a day on, takes that back, and says which one holds. Days are business days. */
@Singleton
public class Acceptances {
    static final String TIMER = "plan-acceptance";

    private final Jdbi jdbi;
    private final Plans plans;
    private final Locks locks;
    private final SeatWriter writer;
    private final Audit audit;
    private final Timers timers;
    private final BusinessTime businessTime;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    @Inject
    Acceptances(
            Jdbi jdbi,
            Plans plans,
            Locks locks,
            SeatWriter writer,
            Audit audit,
            Timers timers,
            BusinessTime businessTime,
            Clock clock) {
        this.jdbi = jdbi;
        this.plans = plans;
        this.locks = locks;
        this.writer = writer;
        this.audit = audit;
        this.timers = timers;
        this.businessTime = businessTime;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param effectiveOn the business day from whose beginning the plan holds; null: today
     * @param approvedBy ids of the vice presidents who have approved what {@link #approvals} lists
     */
    public record Asked(@Nullable LocalDate effectiveOn, List<String> approvedBy) {
        public Asked {
            approvedBy = List.copyOf(approvedBy);
        }
    }

    /**
     * Makes a finished plan's assignments the portfolio's, at once when its day is today.
     *
     * @param ifMatch the plan's entity tag
     * @throws OwnPlanException when the caller asked for the plan
     * @throws PastDayException when the day is over
     * @throws ConflictException when the plan is not finished, the portfolio has changed since it was made, another plan
     *     holds from that day or a later one, or an approval is missing
     */
    public UUID accept(PortfolioChange change, UUID planId, Asked asked, @Nullable String ifMatch, String caller) {
        Handle handle = change.handle();
        AcceptanceStore.lock(handle);
        Plan plan = plans.get(planId);
        Versions.requireMatch(ifMatch, plan.revision());
        if (plan.createdBy().equals(caller)) {
            throw new OwnPlanException(caller);
        }
        LocalDate today = today();
        LocalDate day = asked.effectiveOn() == null ? today : asked.effectiveOn();
        requireFree(handle, day, today);
        List<Assignment> assignments = plans.everyAssignment(planId);
        PlanInput input = plans.input(planId);
        Approvals.require(handle, FrozenMove.of(input, assignments), asked.approvedBy());
        List<SeatChange> changes = new PortfolioSeats(handle, day).changes(input, assignments, locks.of(planId));
        Acceptance acceptance = opened(plan, day, asked, caller, changes.size());
        AcceptanceStore.insert(handle, acceptance, changes);
        if (day.equals(today)) {
            writer.apply(change, acceptance, now());
        } else {
            Instant at = day.atStartOfDay(businessTime.zone()).toInstant();
            timers.schedule(handle, TIMER, acceptance.id().toString(), at);
        }
        audit.record(
                handle,
                caller,
                "plan accepted",
                path(planId),
                Map.of(
                        "effectiveOn", day.toString(),
                        "askedBy", plan.createdBy(),
                        "approvedBy", asked.approvedBy(),
                        "seats", changes.size()));
        return acceptance.id();
    }

    private static void requireFree(Handle handle, LocalDate day, LocalDate today) {
        if (day.isBefore(today)) {
            throw new PastDayException(day);
        }
        AcceptanceStore.last(handle)
                .filter(last -> !last.effectiveOn().isBefore(day))
                .ifPresent(last -> {
                    throw new ConflictException("Plan " + last.plan() + " holds from " + last.effectiveOn()
                            + " on: name a later day, or undo its acceptance first.");
                });
    }

    private Acceptance opened(Plan plan, LocalDate day, Asked asked, String caller, int seats) {
        return new Acceptance(
                ids.generate(),
                plan.id(),
                AcceptanceState.COMING,
                day,
                plan.createdBy(),
                caller,
                now(),
                asked.approvedBy(),
                seats,
                0,
                null,
                null,
                null);
    }

    /**
     * Takes an acceptance back: its seats are again as they were before it.
     *
     * @throws ConflictException when the plan is not accepted, another was accepted after it, or seats have changed since,
     *     which it names
     */
    public UUID undo(PortfolioChange change, UUID planId, String caller) {
        Handle handle = change.handle();
        AcceptanceStore.lock(handle);
        plans.get(planId);
        Acceptance acceptance = AcceptanceStore.standing(handle, planId)
                .orElseThrow(() -> new ConflictException("Plan " + planId + " is not accepted."));
        AcceptanceStore.last(handle)
                .filter(last -> !last.id().equals(acceptance.id()))
                .ifPresent(last -> {
                    throw new ConflictException(
                            "Plan " + last.plan() + " was accepted after it: undo that acceptance first.");
                });
        LocalDate today = today();
        if (acceptance.state() == AcceptanceState.APPLIED) {
            writer.restore(change, acceptance, today);
        }
        AcceptanceStore.undone(handle, acceptance.id(), today, now(), caller);
        audit.record(
                handle,
                caller,
                "plan acceptance undone",
                path(planId),
                Map.of("effectiveOn", acceptance.effectiveOn().toString(), "seats", acceptance.seats()));
        return acceptance.id();
    }

    /** The moves of a finished plan that need somebody's approval before it is accepted, in its order. */
    public List<FrozenMove> approvals(UUID plan) {
        return FrozenMove.of(plans.input(plan), plans.everyAssignment(plan));
    }

    /**
     * An acceptance.
     *
     * @throws NotFoundException when there is none of this id
     */
    public Acceptance get(UUID id) {
        return jdbi.withHandle(handle -> AcceptanceStore.find(handle, id))
                .orElseThrow(() -> new NotFoundException("acceptance", id.toString()));
    }

    /**
     * The one that holds on a day, as far as is known now.
     *
     * @param asOf null: today
     * @throws NotFoundException when none does
     */
    public Acceptance on(@Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? today() : asOf;
        return jdbi.withHandle(handle -> AcceptanceStore.on(handle, day))
                .orElseThrow(() -> new NotFoundException("accepted plan", "on " + day));
    }

    /** Newest first. */
    public Page<Acceptance> list(PageRequest page) {
        UUID below = page.after(UUID.class).orElse(null);
        return page.page(
                jdbi.withHandle(handle -> AcceptanceStore.page(handle, below, page.limit() + 1)), Acceptance::id);
    }

    private LocalDate today() {
        return businessTime.dayOf(clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static String path(UUID plan) {
        return "/plans/" + plan;
    }
}
