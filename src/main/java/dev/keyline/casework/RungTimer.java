package dev.keyline.casework;

import dev.keyline.timer.TimerHandler;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Climbs the ladder of cases that nobody has taken up in time. Whichever timer comes first climbs for all that are due,
 * because clocks often run out together: those of a night's review at the same instant.
 */
@Singleton
class RungTimer implements TimerHandler {
    private static final int CASES_AT_ONCE = 200;

    private final Jdbi jdbi;
    private final CaseStore store;
    private final CaseRecorders recorders;
    private final Clock clock;

    @Inject
    RungTimer(Jdbi jdbi, CaseStore store, CaseRecorders recorders, Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.recorders = recorders;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return CaseRecorder.RUNG_TIMER;
    }

    /** A clock that was stopped or re-set, and a step that was reached already, leave nothing to do. */
    @Override
    public void due(String id) {
        jdbi.useTransaction(handle -> climb(handle, clock.instant()));
    }

    void climb(Handle handle, Instant now) {
        List<Case> due = store.lockDue(handle, now, CASES_AT_ONCE);
        if (due.isEmpty()) {
            return;
        }
        CaseRecorder recorder = recorders.begin(now, "clock");
        due.forEach(one -> climb(handle, recorder, one, now));
        recorder.write(handle);
    }

    private static void climb(Handle handle, CaseRecorder recorder, Case present, Instant now) {
        Case reached = present;
        Instant next = present.nextRungAt();
        while (next != null && !next.isAfter(now)) {
            CaseClock.Due step = running(reached).rungs().get(reached.rung());
            @Nullable String person =
                    AccountPeople.on(handle, present.account(), step.level()).orElse(null);
            recorder.happened(
                    present,
                    "rung-reached",
                    CaseRecorder.details(
                            "percent", step.percent(), "level", step.level(), "person", person, "dueAt", step.dueAt()),
                    person);
            CaseEdit edit = new CaseEdit(reached);
            edit.reach(reached.rung() + 1);
            reached = edit.after();
            next = reached.nextRungAt();
        }
        recorder.touched(reached);
    }

    private static CaseClock running(Case one) {
        CaseClock clock = one.clock();
        if (clock == null) {
            throw new IllegalStateException("case " + one.id() + " has a next step and no clock");
        }
        return clock;
    }
}
