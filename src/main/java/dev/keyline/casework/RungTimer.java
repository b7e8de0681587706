package dev.keyline.casework;

import dev.keyline.timer.TimerHandler;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Climbs the ladder of a case that nobody has taken up in time. */
@Singleton
class RungTimer implements TimerHandler {
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

    @Override
    public void due(String id) {
        jdbi.useTransaction(
                handle -> store.lock(handle, CaseRecorder.caseOf(id)).ifPresent(present -> climb(handle, present, id)));
    }

    /** A clock that was stopped or re-set, and a step that was reached already, leave nothing to do. */
    private void climb(Handle handle, Case present, String timer) {
        CaseClock running = present.clock();
        if (running == null) {
            return;
        }
        int step = present.rung();
        while (step < running.rungs().size() && !timer.equals(CaseRecorder.rungTimer(present, step))) {
            step++; // a step may come before the one below it when both are overdue
        }
        if (step == running.rungs().size()) {
            return;
        }
        CaseRecorder recorder = recorders.begin(clock.instant(), "clock");
        for (int reached = present.rung(); reached <= step; reached++) {
            CaseClock.Due due = running.rungs().get(reached);
            @Nullable
            String person =
                    AccountPeople.on(handle, present.account(), due.level()).orElse(null);
            recorder.happened(
                    present,
                    "rung-reached",
                    CaseRecorder.details(
                            "percent", due.percent(), "level", due.level(), "person", person, "dueAt", due.dueAt()),
                    person);
        }
        CaseEdit edit = new CaseEdit(present);
        edit.reach(step + 1);
        recorder.changed(edit.after());
        recorder.write(handle);
    }
}
