package dev.keyline.job;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;

/** A run whose progress and requests go by way of the database, so that any replica can show and stop it. */
final class StoredRun implements JobRun {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(250);

    private final Jdbi jdbi;
    private final UUID id;
    private final double done;
    private long progressStoredAt = System.nanoTime() - INTERVAL;
    private long askedReadAt = System.nanoTime() - INTERVAL;
    private Asked asked = Asked.NOTHING;

    StoredRun(Jdbi jdbi, Job job) {
        this.jdbi = jdbi;
        this.id = job.id();
        this.done = job.progress();
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public double done() {
        return done;
    }

    @Override
    public synchronized void progress(double fraction) {
        if (System.nanoTime() - progressStoredAt >= INTERVAL) {
            jdbi.useHandle(handle -> JobStore.progress(handle, id, Math.min(1, Math.max(0, fraction))));
            progressStoredAt = System.nanoTime();
        }
    }

    @Override
    public synchronized Asked asked() {
        if (asked == Asked.NOTHING && System.nanoTime() - askedReadAt >= INTERVAL) {
            asked = jdbi.withHandle(handle -> JobStore.asked(handle, id));
            askedReadAt = System.nanoTime();
        }
        return asked;
    }

    /** What the handler has been told; a request it never saw changes nothing about what it did. */
    synchronized Asked seen() {
        return asked;
    }
}
