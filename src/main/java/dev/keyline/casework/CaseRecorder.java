package dev.keyline.casework;

import dev.keyline.notify.Notification;
import dev.keyline.notify.Notifications;
import dev.keyline.portfolio.AccountFacts;
import dev.keyline.timer.Timers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Gathers what happens to cases within a transaction, and writes it all together at its end. */
final class CaseRecorder {
    /** Names of the timers; an id says case, clock and step, or case and instant, so that an outlived one does nothing. */
    static final String RUNG_TIMER = "case-rung";

    static final String UPDATE_TIMER = "case-update";

    private final CaseStore store;
    private final AccountFacts accountFacts;
    private final Timers timers;
    private final Notifications notifications;
    private final Instant now;
    private final String actor;
    private final List<Case> opened = new ArrayList<>();
    private final List<Case> changed = new ArrayList<>();
    private final Set<String> outdated = new TreeSet<>(); // accounts whose facts of open cases no longer hold
    private final List<CaseStore.Happened> events = new ArrayList<>();
    private final List<Notification> tellings = new ArrayList<>();
    private final Map<String, Instant> rungs = new LinkedHashMap<>();
    private final Map<String, Instant> updates = new LinkedHashMap<>();

    CaseRecorder(
            CaseStore store,
            AccountFacts accountFacts,
            Timers timers,
            Notifications notifications,
            Instant now,
            String actor) {
        this.store = store;
        this.accountFacts = accountFacts;
        this.timers = timers;
        this.notifications = notifications;
        this.now = now;
        this.actor = actor;
    }

    void opened(Case one) {
        opened.add(one);
        outdated.add(one.account());
        windUp(one);
        happened(one, "opened", details("severity", one.severity().word(), "reason", one.reason()), one.owner());
    }

    void changed(Case one) {
        changed.add(one);
        outdated.add(one.account());
    }

    /** Nothing of it has changed that policies ask for. */
    void touched(Case one) {
        changed.add(one);
    }

    /** Sets a timer for every step of the ladder that is still ahead. */
    void windUp(Case one) {
        CaseClock clock = one.clock();
        if (clock == null) {
            return;
        }
        for (int step = one.rung(); step < clock.rungs().size(); step++) {
            rungs.put(rungTimer(one, step), clock.rungs().get(step).dueAt());
        }
    }

    static String rungTimer(Case one, int step) {
        return one.id() + "/" + one.clockNumber() + "/" + step;
    }

    /** Sets the timer of the next word to the customer. */
    void remind(Case one) {
        Instant at = one.nextUpdateAt();
        if (at != null) {
            updates.put(one.id() + "/" + at, at);
        }
    }

    /** Writes down what happened and tells somebody of it. */
    void happened(Case one, String what, Map<String, @Nullable Object> detail, @Nullable String recipient) {
        note(one, what, detail);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("case", one.id());
        data.put("kind", one.kind().word());
        data.put("path", one.path());
        data.put("cause", one.cause());
        data.put("severity", one.severity().word());
        data.put("state", one.state().word());
        data.put("title", one.title());
        detail.forEach((name, value) -> {
            if (value != null) {
                data.put(name, value);
            }
        });
        tellings.add(Notification.of(
                "case." + what,
                one.account(),
                one.id().toString(),
                now,
                recipient == null ? List.of() : List.of(recipient),
                data));
    }

    /** Writes down what happened, of which nobody needs telling. */
    void note(Case one, String what, Map<String, @Nullable Object> detail) {
        events.add(new CaseStore.Happened(one.id(), now, what, actor, detail));
    }

    static Map<String, @Nullable Object> details(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            details.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return details;
    }

    void write(Handle handle) {
        store.insert(handle, opened);
        store.update(handle, changed);
        store.note(handle, events);
        accountFacts.forget(handle, outdated);
        timers.schedule(handle, RUNG_TIMER, rungs);
        // two words to the customer outside working hours may be due at the same instant
        updates.forEach((id, at) -> timers.schedule(handle, UPDATE_TIMER, id, at));
        notifications.publish(handle, tellings);
    }

    /** The timer's part of a case. */
    static UUID caseOf(String timer) {
        return UUID.fromString(timer.substring(0, timer.indexOf('/')));
    }
}
