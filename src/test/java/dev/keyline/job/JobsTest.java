package dev.keyline.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.Generators;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobsTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Jobs jobs;

    @Inject
    Scripted scripted;

    @BeforeEach
    void no_steps_left() {
        scripted.steps.clear();
    }

    @Test
    void a_submitted_job_runs_and_finishes() {
        UUID id = submit();
        scripted.steps.add(run -> run.progress(0.5));

        assertThat(lastEvent(id).state()).isEqualTo(JobState.FINISHED);
        assertThat(lastEvent(id).progress()).isEqualTo(1);
    }

    @Test
    void a_job_that_throws_fails_with_its_reason() {
        UUID id = submit();
        scripted.steps.add(run -> {
            throw new IllegalStateException("no accounts");
        });

        assertThat(lastEvent(id)).extracting(Job::state, Job::failure).containsExactly(JobState.FAILED, "no accounts");
    }

    @Test
    void a_cancelled_job_ends_as_cancelled() {
        UUID id = submit();
        jobs.ask(id, Asked.CANCEL);
        scripted.steps.add(JobRun::asked);

        assertThat(lastEvent(id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(jobs.ask(id, Asked.CANCEL)).isFalse();
    }

    @Test
    void a_job_owned_by_another_replica_is_not_run_until_that_one_is_gone() throws Exception {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        try (Handle otherReplica = jdbi.open()) {
            JobStore.tryOwn(otherReplica, id);
            jdbi.useHandle(handle -> jobs.submit(handle, Scripted.KIND, id, "test"));
            jobs.wake();
            assertThat(scripted.started.poll(2, TimeUnit.SECONDS)).isNull();
            JobStore.disown(otherReplica, id); // a pooled connection keeps its locks; a dead one loses them
        }
        scripted.steps.add(run -> {});
        assertThat(lastEvent(id).state()).isEqualTo(JobState.FINISHED);
    }

    private UUID submit() {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        jdbi.useHandle(handle -> jobs.submit(handle, Scripted.KIND, id, "test"));
        jobs.wake();
        return id;
    }

    private Job lastEvent(UUID id) {
        List<Job> seen = jobs.events(id).collect().asList().await().indefinitely();
        scripted.started.clear();
        return seen.get(seen.size() - 1);
    }

    /** Does what the test puts into {@link #steps}. */
    @Singleton
    static class Scripted implements JobHandler {
        static final String KIND = "scripted";
        final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
        final BlockingQueue<UUID> started = new LinkedBlockingQueue<>();

        interface Step {
            void take(JobRun run) throws Exception;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public void run(JobRun run) throws Exception {
            started.add(run.id());
            steps.take().take(run);
        }
    }
}
