package dev.keyline.job;

import dev.keyline.jdbc.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes up submitted jobs, and those a killed process left running, a few at a time. */
@Singleton
class JobRunner {
    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final long LOOK_EVERY_MILLIS = 1000;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Instance<JobHandler> beans;
    private volatile Map<String, JobHandler> handlers = Map.of();
    private final ExecutorService workers;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(named("job-look"));
    private final Set<UUID> here = ConcurrentHashMap.newKeySet();

    @Inject
    JobRunner(
            Jdbi jdbi,
            Clock clock,
            @Any Instance<JobHandler> handlers,
            @ConfigProperty(name = "keyline.jobs.at-once", defaultValue = "2") int atOnce) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.beans = handlers;
        this.workers = Executors.newFixedThreadPool(atOnce, named("job"));
    }

    void start(@Observes @Priority(Database.STARTUP_PRIORITY + 100) StartupEvent event) {
        // only now, because handlers may themselves submit jobs
        handlers = beans.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
        var unused = looking.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Jobs go on where they are at the next start, so nobody waits for them here. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        looking.shutdownNow();
        workers.shutdownNow();
    }

    void wake() {
        looking.execute(this::look);
    }

    private void look() {
        try {
            for (Job job : jdbi.withHandle(JobStore::running)) {
                JobHandler handler = handlers.get(job.kind());
                if (handler != null && here.add(job.id())) {
                    workers.execute(() -> take(job, handler));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("looking for jobs failed; the next look is in a second", e);
        }
    }

    private void take(Job job, JobHandler handler) {
        try (Handle owner = jdbi.open()) {
            if (JobStore.tryOwn(owner, job.id())) {
                try {
                    run(job, handler, owner);
                } finally {
                    JobStore.disown(owner, job.id());
                }
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "job %s (%s) stopped half-way and will be taken up again", job.id(), job.kind());
        } finally {
            here.remove(job.id());
        }
    }

    private void run(Job job, JobHandler handler, Handle owner) {
        if (!JobStore.begin(owner, job.id(), clock.instant())) {
            return; // ended between the look and the lock
        }
        StoredRun run = new StoredRun(jdbi, JobStore.find(owner, job.id()).orElseThrow());
        try {
            handler.run(run);
            JobState state = run.seen() == Asked.CANCEL ? JobState.CANCELLED : JobState.FINISHED;
            jdbi.useHandle(handle -> JobStore.end(handle, job.id(), state, null, clock.instant()));
        } catch (InterruptedException shuttingDown) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            if (workers.isShutdown()) {
                return; // the shutdown made it fail; it goes on at the next start
            }
            LOG.errorf(e, "job %s (%s) failed", job.id(), job.kind());
            jdbi.useHandle(handle ->
                    JobStore.end(handle, job.id(), JobState.FAILED, String.valueOf(e.getMessage()), clock.instant()));
        }
    }

    private static java.util.concurrent.ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
