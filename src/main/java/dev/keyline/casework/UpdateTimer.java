package dev.keyline.casework;

import dev.keyline.timer.TimerHandler;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reminds the owner of a case that the customer has to hear of it again. */
@Singleton
class UpdateTimer implements TimerHandler {
    private final Jdbi jdbi;
    private final CaseStore store;
    private final CaseRecorders recorders;
    private final Clock clock;

    @Inject
    UpdateTimer(Jdbi jdbi, CaseStore store, CaseRecorders recorders, Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.recorders = recorders;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return CaseRecorder.UPDATE_TIMER;
    }

    @Override
    public void due(String id) {
        Instant due = Instant.parse(id.substring(id.indexOf('/') + 1));
        jdbi.useTransaction(handle -> store.lock(handle, CaseRecorder.caseOf(id))
                .filter(present -> due.equals(present.nextUpdateAt()))
                .ifPresent(present -> remind(handle, present)));
    }

    private void remind(Handle handle, Case present) {
        CaseEdit edit = new CaseEdit(present);
        edit.nextUpdate(null); // the next one counts from the update that is due now
        CaseRecorder recorder = recorders.begin(clock.instant(), "clock");
        recorder.changed(edit.after());
        recorder.happened(
                present, "update-due", CaseRecorder.details("dueAt", present.nextUpdateAt()), present.owner());
        recorder.write(handle);
    }
}
