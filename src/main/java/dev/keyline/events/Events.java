package dev.keyline.events;

import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.kafka.ReceivedRecord;
import dev.keyline.kafka.RecordHandler;
import dev.keyline.portfolio.Portfolio;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;

/** Takes events into the portfolio and has the accounts they changed reviewed; one that cannot be taken is put aside. */
@Singleton
public class Events implements RecordHandler {
    private static final Logger LOG = Logger.getLogger(Events.class);

    /**
     * Classes of SQLSTATE that say nothing of the rows: connection, transaction rolled back (deadlock), resources,
     * intervention of an operator, the system, and read-only while a stand-by takes over.
     */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58");

    private final Portfolio portfolio;
    private final EventReader reader;
    private final MeterRegistry meters;
    private final Clock clock;

    @Inject
    Events(Portfolio portfolio, EventReader reader, MeterRegistry meters, Clock clock) {
        this.portfolio = portfolio;
        this.reader = reader;
        this.meters = meters;
        this.clock = clock;
    }

    /** Takes records in one transaction. The same again change nothing, and mark nothing for review. */
    @Override
    public void take(List<ReceivedRecord> records) {
        try {
            int refused = takeAll(records);
            meters.counter("keyline.events", "result", "refused").increment(refused);
            meters.counter("keyline.events", "result", "taken").increment(records.size() - refused);
        } catch (RuntimeException e) {
            if (isPassing(e)) {
                throw e;
            }
            takeByHalves(records, e);
        }
    }

    /** Nothing foreseen: it is found by halves, so that one record that breaks something costs the others nothing. */
    private void takeByHalves(List<ReceivedRecord> records, RuntimeException failure) {
        if (records.size() > 1) {
            int middle = records.size() / 2;
            take(records.subList(0, middle));
            take(records.subList(middle, records.size()));
            return;
        }
        ReceivedRecord culprit = records.get(0);
        LOG.errorf(
                failure,
                "an event broke something: %s %d %d",
                culprit.topic(),
                culprit.partition(),
                culprit.position());
        portfolio.record(handle -> {
            EventStore.refuse(
                    handle, Map.of(culprit, "could not be taken, for a fault here: see the log"), clock.instant());
            return culprit;
        });
        meters.counter("keyline.events", "result", "refused").increment();
    }

    private int takeAll(List<ReceivedRecord> records) {
        Map<ReceivedRecord, String> refused = new LinkedHashMap<>();
        List<Read.Event> events = new ArrayList<>(records.size());
        for (ReceivedRecord received : records) {
            Read read = reader.read(received);
            if (read instanceof Read.Event event) {
                events.add(event);
            } else if (read instanceof Read.Unreadable unreadable) {
                refused.put(received, unreadable.reason());
            }
        }
        return portfolio.<Integer>changeOften(change -> {
            refused.putAll(new EventBatch(change).write(events));
            EventStore.refuse(change.handle(), refused, clock.instant());
            return refused.size();
        });
    }

    private static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectionException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state == null || PASSING.contains(state.substring(0, 2));
            }
        }
        return false;
    }

    /** Events that were put aside, newest first. */
    public Page<RefusedEvent> refused(PageRequest page) {
        @Nullable UUID below = page.after(UUID.class).orElse(null);
        return page.page(
                portfolio.<List<RefusedEvent>>read(handle -> EventStore.refused(handle, below, page.limit() + 1)),
                RefusedEvent::id);
    }
}
