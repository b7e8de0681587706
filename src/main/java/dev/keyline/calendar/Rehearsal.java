package dev.keyline.calendar;

import dev.keyline.access.Loopback;
import dev.keyline.http.BadInputException;
import dev.keyline.http.ConflictException;
import dev.keyline.http.NotFoundException;
import dev.keyline.jdbc.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Lets an operator put the service's clock ahead, to see what would happen then: clocks run out, timers fire, what has
 * an expiry expires. The offset is stored, so that it outlives a restart and every replica comes to it; it only grows,
 * because what has happened at a later time cannot be made not to have.
 */
@Singleton
public class Rehearsal {
    /** As far as anybody plans; more is a mistyped year. */
    private static final Duration FURTHEST = Duration.ofDays(3_660);

    private static final int BEFORE_THE_DATABASE = 0;
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final Logger LOG = Logger.getLogger(Rehearsal.class);

    /**
     * How the clock stands.
     *
     * @param now by the service's clock
     * @param ahead of the machine's
     * @param setBy null while nobody has moved it
     */
    public record Standing(
            Instant now,
            Duration ahead,
            @Nullable Instant setAt,
            @Nullable String setBy) {}

    private record Stored(Duration ahead, Instant setAt, String setBy) {}

    private final RehearsalOffset offset;
    private final Jdbi jdbi;
    private final String host;
    private @Nullable ScheduledExecutorService looking;

    @Inject
    Rehearsal(RehearsalOffset offset, Jdbi jdbi, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.offset = offset;
        this.jdbi = jdbi;
        this.host = host;
    }

    /** A service that others reach does not let anybody move its clock. */
    void requireLoopback(@Observes @Priority(BEFORE_THE_DATABASE) StartupEvent event) {
        if (offset.isOn() && !Loopback.isLoopback(host)) {
            throw new ConfigurationException(
                    "Keyline refuses to start: keyline.clock.rehearsal is on, and" + " quarkus.http.host is " + host
                            + ", which other machines reach. Rehearse on a copy, at 127.0.0.1.");
        }
    }

    void start(@Observes @Priority(Database.STARTUP_PRIORITY + 1) StartupEvent event) {
        if (!offset.isOn()) {
            return;
        }
        look();
        LOG.warnf("this is a rehearsal: the clock is %s ahead of the machine's", offset.ahead());
        looking = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "rehearsal-clock");
            thread.setDaemon(true);
            return thread;
        });
        var unused = looking.scheduleWithFixedDelay(
                this::lookAgain, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        if (looking != null) {
            looking.shutdownNow();
        }
    }

    /** Takes over what any replica has stored. */
    void look() {
        stored().ifPresent(stored -> offset.reach(stored.ahead()));
    }

    private void lookAgain() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("the rehearsed clock could not be read; the next look is in half a second", e);
        }
    }

    /**
     * How the clock stands.
     *
     * @throws NotFoundException unless rehearsals are on
     */
    public Standing standing() {
        requireOn();
        Optional<Stored> stored = stored();
        stored.ifPresent(found -> offset.reach(found.ahead()));
        return new Standing(
                BusinessTime.MACHINE.instant().plus(offset.ahead()),
                offset.ahead(),
                stored.map(Stored::setAt).orElse(null),
                stored.map(Stored::setBy).orElse(null));
    }

    /**
     * Puts the clock that far ahead of the machine's.
     *
     * @param ahead in whole milliseconds, the rest is dropped
     * @throws NotFoundException unless rehearsals are on
     * @throws BadInputException when it is negative or over ten years
     * @throws ConflictException when the clock is further ahead already
     */
    public Standing putAhead(Duration ahead, String by) {
        return put("/ahead", ahead, by);
    }

    /** Puts the clock to an instant; as {@link #putAhead}. */
    public Standing putNow(Instant now, String by) {
        return put("/now", Duration.between(BusinessTime.MACHINE.instant(), now), by);
    }

    private Standing put(String pointer, Duration ahead, String by) {
        requireOn();
        if (ahead.isNegative() || ahead.compareTo(FURTHEST) > 0) {
            throw new BadInputException(
                    pointer, "must lie from 0 to " + FURTHEST.toDays() + " days ahead of the machine's clock");
        }
        if (!store(ahead, by)) {
            throw new ConflictException("The clock is further ahead already, "
                    + standing().ahead() + ", and only goes forward: what has happened then stays.");
        }
        return standing();
    }

    private void requireOn() {
        if (!offset.isOn()) {
            throw new NotFoundException("rehearsal", "clock");
        }
    }

    private boolean store(Duration ahead, String by) {
        return jdbi.<Integer, RuntimeException>withHandle(handle -> handle.createUpdate("""
                                insert into rehearsal_clock (only_one, ahead_ms, set_at, set_by)
                                values (true, :ahead, :now, :by)
                                on conflict (only_one) do update
                                set ahead_ms = excluded.ahead_ms, set_at = excluded.set_at, set_by = excluded.set_by
                                where rehearsal_clock.ahead_ms <= excluded.ahead_ms
                                """)
                        .bind("ahead", ahead.toMillis())
                        .bind("now", BusinessTime.MACHINE.instant())
                        .bind("by", by)
                        .execute())
                == 1;
    }

    private Optional<Stored> stored() {
        return jdbi.withHandle(handle -> handle.createQuery("select ahead_ms, set_at, set_by from rehearsal_clock")
                .map((row, context) -> new Stored(
                        Duration.ofMillis(row.getLong("ahead_ms")),
                        row.getTimestamp("set_at").toInstant(),
                        row.getString("set_by")))
                .findOne());
    }
}
