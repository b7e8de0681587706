package dev.keyline.acceptance;

import dev.keyline.audit.Audit;
import dev.keyline.portfolio.Portfolio;
import dev.keyline.portfolio.PortfolioChange;
import dev.keyline.timer.TimerHandler;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Writes an accepted plan's seats into the portfolio when its day begins. */
@Singleton
class AcceptanceDay implements TimerHandler {
    private final Portfolio portfolio;
    private final SeatWriter writer;
    private final Audit audit;
    private final Clock clock;

    @Inject
    AcceptanceDay(Portfolio portfolio, SeatWriter writer, Audit audit, Clock clock) {
        this.portfolio = portfolio;
        this.writer = writer;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Acceptances.TIMER;
    }

    /** One that was undone in time, or written by another replica, leaves nothing to do. */
    @Override
    public void due(String id) {
        portfolio.changeOften(change -> {
            apply(change, UUID.fromString(id));
            return null;
        });
    }

    private void apply(PortfolioChange change, UUID id) {
        AcceptanceStore.lock(change.handle());
        Acceptance acceptance = AcceptanceStore.find(change.handle(), id).orElseThrow();
        if (acceptance.state() == AcceptanceState.COMING) {
            writer.apply(change, acceptance, clock.instant());
            Acceptance applied = AcceptanceStore.find(change.handle(), id).orElseThrow();
            audit.record(
                    change.handle(),
                    acceptance.acceptedBy(),
                    "plan took effect",
                    Acceptances.path(acceptance.plan()),
                    Map.of("seats", applied.seats(), "leftAlone", applied.leftAlone()));
        }
    }
}
