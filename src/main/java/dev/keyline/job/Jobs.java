package dev.keyline.job;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Submits long work and says how far it is. */
@Singleton
public class Jobs {
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(10);
    private static final Duration LONGEST_INTERVAL = Duration.ofMillis(500);

    private final Jdbi jdbi;
    private final Clock clock;
    private final JobRunner runner;

    @Inject
    Jobs(Jdbi jdbi, Clock clock, JobRunner runner) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.runner = runner;
    }

    /** Requests the work in the caller's transaction; it begins soon after the commit, sooner with {@link #wake()}. */
    public void submit(Handle handle, String kind, UUID id, String caller) {
        JobStore.insert(handle, id, kind, caller, clock.instant());
    }

    /** Looks for submitted work now rather than at the next look. Call it after the commit. */
    public void wake() {
        runner.wake();
    }

    public Optional<Job> find(UUID id) {
        return jdbi.withHandle(handle -> JobStore.find(handle, id));
    }

    /** How many jobs of any kind go before one that waits for a free worker; null once it has begun. */
    public @Nullable Integer ahead(Job job) {
        return job.state() == JobState.RUNNING && job.startedAt() == null
                ? jdbi.withHandle(handle -> JobStore.ahead(handle, job))
                : null;
    }

    /** Returns false when the job has ended already, and then nothing happens. */
    public boolean ask(UUID id, Asked asked) {
        return jdbi.withHandle(handle -> JobStore.ask(handle, id, asked, clock.instant()));
    }

    /** The job now, at every change, and at its end; then the stream completes. */
    public Multi<Job> events(UUID id) {
        Multi<Job> ticks = Multi.createBy()
                .repeating()
                .uni(
                        Pace::new,
                        pace -> Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(pace.next())
                                .map(ignored -> find(id).orElseThrow()))
                .whilst(job -> job.state() == JobState.RUNNING);
        return ticks.skip().repetitions();
    }

    /** The end of a short job is seen at once, and a long one is not looked at all the time. */
    private static final class Pace {
        private Duration waited = Duration.ZERO;

        Duration next() {
            Duration quarter = waited.dividedBy(4);
            Duration next = quarter.compareTo(SHORTEST_INTERVAL) < 0
                    ? SHORTEST_INTERVAL
                    : quarter.compareTo(LONGEST_INTERVAL) > 0 ? LONGEST_INTERVAL : quarter;
            waited = waited.plus(next);
            return next;
        }
    }
}
