package dev.keyline.casework;

import dev.keyline.notify.Notifications;
import dev.keyline.portfolio.AccountFacts;
import dev.keyline.timer.Timers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Begins a {@link CaseRecorder} for a transaction. */
@Singleton
class CaseRecorders {
    private final CaseStore store;
    private final AccountFacts accountFacts;
    private final Timers timers;
    private final Notifications notifications;

    @Inject
    CaseRecorders(CaseStore store, AccountFacts accountFacts, Timers timers, Notifications notifications) {
        this.store = store;
        this.accountFacts = accountFacts;
        this.timers = timers;
        this.notifications = notifications;
    }

    CaseRecorder begin(Instant now, String actor) {
        return new CaseRecorder(store, accountFacts, timers, notifications, now, actor);
    }
}
