package dev.keyline.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.job.Asked;
import dev.keyline.job.JobRun;
import dev.keyline.job.JobState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** A plan whose service was killed while it was solved. */
@QuarkusTest
class ResumedPlanTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    @Inject
    Jdbi jdbi;

    @Inject
    Plans plans;

    @Inject
    PlanJob job;

    @Test
    void a_running_plan_shows_its_best_so_far_and_goes_on_from_it() throws Exception {
        UUID id = submit(Books.running(Books.generated(300, 20, 4, 3), 7, Duration.ofSeconds(10), null));
        Plan halfway = plans.events(id)
                .filter(plan -> plan.best() != null
                        && !jdbi.withHandle(handle -> PlanMarks.start(handle, id))
                                .isEmpty())
                .toUni()
                .await()
                .atMost(Duration.ofMinutes(2));
        Map<String, Holders> kept = jdbi.withHandle(handle -> PlanMarks.start(handle, id));
        assertThat(Objects.requireNonNull(halfway.best()).bound()).startsWith("0hard/");
        plans.cancel(id);
        assertThat(ended(id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(plans.get(id).best()).isNull();

        job.run(stoppedAtOnce(id)); // as a replica that takes it up does

        String best = PlanJudge.judge(plans.input(id), kept).score();
        String resumed = jdbi.withHandle(
                handle -> PlanStore.find(handle, id).orElseThrow().score());
        assertThat(HardMediumSoftLongScore.parseScore(Objects.requireNonNull(resumed)))
                .isGreaterThanOrEqualTo(HardMediumSoftLongScore.parseScore(best));
    }

    @Test
    void a_plan_that_was_killed_goes_on_in_what_was_left_of_its_time() throws Exception {
        UUID id = submit(Books.running(Books.generated(300, 20, 4, 3), 7, Duration.ofSeconds(20), null));
        plans.cancel(id);
        ended(id);
        List<Double> told = new ArrayList<>();

        job.run(goingOn(id, 0.9, told));

        assertThat(told)
                .isNotEmpty()
                .isSorted()
                .allSatisfy(done -> assertThat(done).isBetween(0.9, 1.0));
    }

    @Test
    void the_same_input_seed_and_score_limit_make_the_same_plan() {
        PlanInput input = Books.running(Books.generated(60, 8, 4, 3), 7, LONG, 2_000L);
        Plan one = ended(submit(input));
        Plan other = ended(submit(input));

        assertThat(other.score()).isEqualTo(one.score());
        assertThat(other.inputHash()).isEqualTo(one.inputHash());
        assertThat(plans.everyAssignment(other.id())).isEqualTo(plans.everyAssignment(one.id()));
    }

    private static JobRun stoppedAtOnce(UUID id) {
        return run(id, 0, new ArrayList<>(), Asked.STOP);
    }

    private static JobRun goingOn(UUID id, double done, List<Double> told) {
        return run(id, done, told, Asked.NOTHING);
    }

    private static JobRun run(UUID id, double done, List<Double> told, Asked asked) {
        return new JobRun() {
            @Override
            public UUID id() {
                return id;
            }

            @Override
            public double done() {
                return done;
            }

            @Override
            public void progress(double fraction) {
                told.add(fraction);
            }

            @Override
            public Asked asked() {
                return asked;
            }
        };
    }

    private UUID submit(PlanInput input) {
        UUID id = jdbi.inTransaction(handle -> plans.submit(handle, input, "test"));
        plans.begin();
        return id;
    }

    private Plan ended(UUID id) {
        return plans.events(id).collect().last().await().atMost(Duration.ofMinutes(3));
    }
}
