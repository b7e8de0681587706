package dev.keyline.review;

import dev.keyline.jdbc.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Decides accounts anew that something happened to. Any replica takes some; a row goes in the transaction that has
 * decided on it, so that none is lost with a replica that dies.
 */
@Singleton
class WaitingAccounts {
    private static final Logger LOG = Logger.getLogger(WaitingAccounts.class);
    private static final int EVENTS_AT_ONCE = 2_000;
    private static final int ACCOUNTS_AT_ONCE = 250;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private record Event(long id, String account, String cause) {}

    private final Jdbi jdbi;
    private final AccountReviews reviews;
    private final Optional<Duration> lookEvery;
    private final Clock clock;
    private final Map<String, Instant> failed = new HashMap<>(); // accounts, and when to try them again
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "accounts-to-review");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    WaitingAccounts(
            Jdbi jdbi,
            AccountReviews reviews,
            Clock clock,
            @ConfigProperty(name = "keyline.reviews.look-every") Optional<Duration> lookEvery) {
        this.jdbi = jdbi;
        this.reviews = reviews;
        this.clock = clock;
        this.lookEvery = lookEvery;
    }

    void start(@Observes @Priority(Database.STARTUP_PRIORITY + 200) StartupEvent event) {
        lookEvery.ifPresent(interval -> {
            var unused = looking.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        looking.shutdown();
        if (!looking.awaitTermination(5, TimeUnit.SECONDS)) {
            looking.shutdownNow();
        }
    }

    /** Decides on all that wait. */
    void look() {
        try {
            while (!looking.isShutdown() && decideSome(ACCOUNTS_AT_ONCE)) {}
        } catch (InterruptedException shuttingDown) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the accounts that wait to be decided anew could not be read; the next look tries again", e);
        }
    }

    /** False when none waits. One account that breaks something does not keep the others waiting. */
    private boolean decideSome(int accounts) throws InterruptedException {
        Set<String> claimed = new LinkedHashSet<>();
        try {
            return jdbi.inTransaction(handle -> decideSome(handle, accounts, claimed));
        } catch (RuntimeException e) {
            if (claimed.isEmpty()) {
                throw e;
            }
            if (claimed.size() == 1) {
                String account = claimed.iterator().next();
                LOG.errorf(e, "deciding account %s anew failed; it is tried again in %s", account, PAUSE);
                failed.put(account, clock.instant().plus(PAUSE));
                return true;
            }
            LOG.warnf(e, "deciding %d accounts anew failed; they are tried one by one", claimed.size());
            for (int i = 0; i < claimed.size() && !looking.isShutdown() && decideSome(1); i++) {}
            return true;
        }
    }

    /** @param claimed receives the accounts it is about to decide on */
    private boolean decideSome(Handle handle, int accounts, Set<String> claimed) throws InterruptedException {
        failed.values().removeIf(again -> !again.isAfter(clock.instant()));
        List<Event> events = claim(handle, accounts, failed.keySet());
        claimed.clear();
        events.forEach(event -> claimed.add(event.account()));
        if (events.isEmpty()) {
            return false;
        }
        reviews.decide(handle, claimed, events.get(0).cause());
        int deleted = handle.createUpdate("delete from account_to_review where id = any(:ids)")
                .bindArray("ids", Long.class, events.stream().map(Event::id).toArray())
                .execute();
        if (deleted != events.size()) {
            throw new IllegalStateException(deleted + " of " + events.size() + " events were still waiting");
        }
        return true;
    }

    /** The oldest events of some accounts that no other replica is deciding on. */
    private static List<Event> claim(Handle handle, int accounts, Collection<String> except) {
        return handle.createQuery("""
                        with oldest as materialized (
                          select id, account_id from account_to_review
                          where account_id <> all(:except) order by id limit :events),
                        mine as materialized (
                          select account_id from oldest group by account_id
                          order by min(id) limit :accounts),
                        locked as materialized (
                          select account_id from mine
                          where pg_try_advisory_xact_lock(hashtextextended('account_to_review:' || account_id, 0)))
                        select e.id, e.account_id, e.cause
                        from account_to_review e join locked using (account_id)
                        order by e.id
                        """)
                .bind("events", EVENTS_AT_ONCE)
                .bind("accounts", accounts)
                .bindArray("except", String.class, except.toArray())
                .map((row, context) ->
                        new Event(row.getLong("id"), row.getString("account_id"), row.getString("cause")))
                .list();
    }
}
