package dev.keyline.job;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
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
    private static final Duration EVENT_INTERVAL = Duration.ofMillis(500);

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
                .supplier(() -> find(id).orElseThrow())
                .withDelay(EVENT_INTERVAL)
                .whilst(job -> job.state() == JobState.RUNNING);
        return ticks.runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .skip()
                .repetitions();
    }
}
