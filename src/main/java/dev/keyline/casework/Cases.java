package dev.keyline.casework;

import dev.keyline.http.BadInputException;
import dev.keyline.http.ConflictException;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What people do with cases. Every change is made in the caller's transaction, on a case that nobody else changes meanwhile. */
@Singleton
public class Cases {
    private final Jdbi jdbi;
    private final CaseStore store;
    private final CaseClock.Maker clocks;
    private final CaseRecorders recorders;
    private final EscalationTerms escalationTerms;
    private final Clock clock;

    @Inject
    Cases(
            Jdbi jdbi,
            CaseStore store,
            CaseClock.Maker clocks,
            CaseRecorders recorders,
            EscalationTerms escalationTerms,
            Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.clocks = clocks;
        this.recorders = recorders;
        this.escalationTerms = escalationTerms;
        this.clock = clock;
    }

    /**
     * A case as it stands.
     *
     * @throws NotFoundException when there is none of this id
     */
    public Case get(UUID id) {
        return jdbi.withHandle(handle -> store.find(handle, id)).orElseThrow(() -> unknown(id));
    }

    /** Cases, newest first. */
    public Page<Case> list(CaseFilter filter, PageRequest page) {
        UUID below = page.after(UUID.class).orElse(null);
        return page.page(jdbi.withHandle(handle -> store.list(handle, filter, below, page.limit() + 1)), Case::id);
    }

    /** Every case of an account that is not closed, newest first. */
    public List<Case> openOf(String account) {
        CaseFilter filter = new CaseFilter(account, null, null, null, null, true, false);
        return jdbi.withHandle(handle -> store.list(handle, filter, null, PageRequest.MAX_LIMIT));
    }

    /** What happened to a case, oldest first. */
    public Page<CaseEvent> events(UUID id, PageRequest page) {
        get(id);
        UUID above = page.after(UUID.class).orElse(null);
        return page.page(
                jdbi.withHandle(handle -> store.events(handle, id, above, page.limit() + 1)), CaseEvent::id);
    }

    /** The case, locked until the transaction ends. */
    public Case lock(Handle handle, UUID id) {
        return store.lock(handle, id).orElseThrow(() -> unknown(id));
    }

    /** Somebody takes it up: its clock stops, and the customer has to be kept up to date from now on. */
    public void acknowledge(Handle handle, Case present, String caller, @Nullable String note) {
        requireState(present, "acknowledged", CaseState.OPEN);
        Instant now = clock.instant();
        CaseEdit edit = new CaseEdit(present);
        edit.acknowledge(caller, now, clocks.nextUpdate(handle, present.terms(), region(handle, present), now));
        Case after = edit.after();
        CaseRecorder recorder = recorders.begin(now, caller);
        recorder.changed(after);
        recorder.remind(after);
        recorder.happened(after, "acknowledged", CaseRecorder.details("note", note), after.owner());
        recorder.write(handle);
    }

    /**
     * Gives it to a person.
     *
     * @throws BadInputException naming {@code owner}, when nobody has this id
     */
    public void assign(Handle handle, Case present, String caller, String owner) {
        requireOpen(present, "assigned");
        boolean known = handle.createQuery("select count(*) from person where id = :id")
                        .bind("id", owner)
                        .mapTo(Integer.class)
                        .one()
                == 1;
        if (!known) {
            throw new BadInputException("/owner", "there is no person " + owner);
        }
        CaseEdit edit = new CaseEdit(present);
        edit.assign(owner);
        record(
                handle,
                edit,
                caller,
                "assigned",
                CaseRecorder.details("owner", owner, "before", present.owner()),
                owner);
    }

    /** Makes it worse than the policies find it. Its clock begins anew, on the terms of an escalation of that severity. */
    public void raise(Handle handle, Case present, String caller, Severity severity, String reason) {
        requireState(present, "raised", CaseState.OPEN, CaseState.ACKNOWLEDGED);
        if (!severity.worseThan(present.severity())) {
            throw new ConflictException("The case is " + present.severity().word() + " already; raising goes up only.");
        }
        Instant now = clock.instant();
        Terms terms = escalationTerms.at(handle, present, severity, now);
        CaseEdit edit = new CaseEdit(present);
        edit.restart(severity, terms, clocks.start(handle, terms, region(handle, present), now));
        Case after = edit.after();
        CaseRecorder recorder = recorders.begin(now, caller);
        recorder.changed(after);
        recorder.windUp(after);
        recorder.happened(
                after,
                "raised",
                CaseRecorder.details(
                        "before", present.severity().word(), "now", severity.word(), "reason", reason),
                after.owner());
        recorder.write(handle);
    }

    /** Writes down that the customer was told how it stands; the next word counts from now. */
    public void update(Handle handle, Case present, String caller, String text) {
        requireState(present, "updated", CaseState.ACKNOWLEDGED);
        Instant now = clock.instant();
        CaseEdit edit = new CaseEdit(present);
        edit.nextUpdate(clocks.nextUpdate(handle, present.terms(), region(handle, present), now));
        Case after = edit.after();
        CaseRecorder recorder = recorders.begin(now, caller);
        recorder.changed(after);
        recorder.remind(after);
        recorder.note(after, "updated", CaseRecorder.details("text", text));
        recorder.write(handle);
    }

    /** Ends an escalation: after enough clean reviews, and with the customer's word. */
    public void deEscalate(Handle handle, Case present, String caller, String reason, String confirmedBy) {
        if (present.kind() != CaseKind.ESCALATION) {
            throw new ConflictException("Only an escalation is de-escalated; a " + present.kind().word()
                    + " is closed.");
        }
        requireState(present, "de-escalated", CaseState.ACKNOWLEDGED);
        int needed = present.terms().cleanReviews();
        if (present.cleanReviews() < needed) {
            throw new ConflictException("It takes " + needed + " review" + (needed == 1 ? "" : "s")
                    + " in a row that no longer find its cause; there have been " + present.cleanReviews() + ".");
        }
        CaseEdit edit = new CaseEdit(present);
        edit.deEscalate(confirmedBy);
        record(
                handle,
                edit,
                caller,
                "de-escalated",
                CaseRecorder.details("reason", reason, "confirmedBy", confirmedBy),
                present.owner());
    }

    /** Ends it. An escalation has to be de-escalated first. */
    public void close(Handle handle, Case present, String caller, String reason) {
        if (present.kind() == CaseKind.ESCALATION) {
            requireState(present, "closed", CaseState.DE_ESCALATED);
        } else {
            requireOpen(present, "closed");
        }
        CaseEdit edit = new CaseEdit(present);
        edit.close(caller, clock.instant(), reason);
        record(handle, edit, caller, "closed", CaseRecorder.details("reason", reason), present.owner());
    }

    /**
     * Takes a closed one up again, with its clock at the beginning.
     *
     * @throws ConflictException when the same cause has opened another meanwhile
     */
    public void reopen(Handle handle, Case present, String caller, String reason) {
        requireState(present, "reopened", CaseState.CLOSED);
        store.lockOpen(handle, List.of(present.account())).stream()
                .filter(other -> other.key().equals(present.key()))
                .findFirst()
                .ifPresent(other -> {
                    throw new ConflictException("Case " + other.id() + " has been opened for the same cause.");
                });
        Instant now = clock.instant();
        CaseEdit edit = new CaseEdit(present);
        edit.reopen(clocks.start(handle, present.terms(), region(handle, present), now));
        Case after = edit.after();
        CaseRecorder recorder = recorders.begin(now, caller);
        recorder.changed(after);
        recorder.windUp(after);
        recorder.happened(after, "reopened", CaseRecorder.details("reason", reason), after.owner());
        recorder.write(handle);
    }

    private void record(
            Handle handle,
            CaseEdit edit,
            String caller,
            String what,
            Map<String, @Nullable Object> detail,
            @Nullable String recipient) {
        Case after = edit.after();
        CaseRecorder recorder = recorders.begin(clock.instant(), caller);
        recorder.changed(after);
        recorder.happened(after, what, detail, recipient);
        recorder.write(handle);
    }

    private static @Nullable String region(Handle handle, Case of) {
        AccountPeople.Looked looked =
                AccountPeople.of(handle, List.of(of.account())).get(of.account());
        return looked == null ? null : looked.region();
    }

    private static void requireOpen(Case present, String move) {
        if (present.state() == CaseState.CLOSED) {
            throw new ConflictException("A closed case cannot be " + move + "; reopen it first.");
        }
    }

    private static void requireState(Case present, String move, CaseState... states) {
        List<CaseState> allowed = List.of(states);
        if (!allowed.contains(present.state())) {
            throw new ConflictException("A case that is " + present.state().word() + " cannot be " + move
                    + "; it would have to be "
                    + String.join(" or ", allowed.stream().map(CaseState::word).toList()) + ".");
        }
    }

    private static NotFoundException unknown(UUID id) {
        return new NotFoundException("case", id.toString());
    }
}
