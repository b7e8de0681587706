package dev.keyline.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.http.BadInputException;
import dev.keyline.http.ConflictException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.job.JobState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A plan as a job: from its stored input to its stored result, stopped, cancelled and begun again. */
@QuarkusTest
class PlanJobTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    @Inject
    Jdbi jdbi;

    @Inject
    Plans plans;

    @Inject
    Planner planner;

    @Test
    void a_finished_plan_is_stored_as_it_was_solved() throws InterruptedException {
        PlanInput input = Books.running(Books.generated(60, 8, 4, 3), 7, LONG, 2_000L);
        UUID id = submit(input);

        Plan plan = ended(id);

        SolvedPlan again = Solving.solve(input);
        assertThat(plan.state()).isEqualTo(JobState.FINISHED);
        assertThat(plan.score()).isEqualTo(again.score());
        assertThat(Objects.requireNonNull(plan.busiest()).manager())
                .isEqualTo(Objects.requireNonNull(again.busiest()).manager());
        assertThat(plans.assignments(id, Shown.ALL, PageRequest.first(100)).items())
                .isEqualTo(again.assignments());
        assertThat(plans.loads(id, PageRequest.first(100)).items())
                .usingRecursiveComparison()
                .withComparatorForType(java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
                .isEqualTo(again.loads());
    }

    @Test
    void a_stopped_plan_is_finished_with_the_best_so_far() {
        UUID id = submit(endless());

        plans.stop(id);

        Plan plan = ended(id);
        assertThat(plan.state()).isEqualTo(JobState.FINISHED);
        assertThat(plan.score()).startsWith("0hard/");
        assertThat(Objects.requireNonNull(plan.counts()).covered()).isPositive();
    }

    @Test
    void a_cancelled_plan_keeps_nothing() {
        UUID id = submit(endless());

        plans.cancel(id);

        Plan plan = ended(id);
        assertThat(plan.state()).isEqualTo(JobState.CANCELLED);
        assertThat(plan.score()).isNull();
        assertThat(plan.counts()).isNull();
        assertThatThrownBy(() -> plans.assignments(id, Shown.ALL, PageRequest.first(10)))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> plans.stop(id)).isInstanceOf(ConflictException.class);
    }

    @Test
    void a_running_plan_shows_no_result() {
        UUID id = submit(endless());

        assertThat(plans.get(id).score()).isNull();
        assertThatThrownBy(() -> plans.loads(id, PageRequest.first(10))).isInstanceOf(ConflictException.class);

        plans.cancel(id);
        ended(id);
    }

    @Test
    void a_result_written_just_before_a_kill_is_written_over_when_the_plan_runs_again() throws InterruptedException {
        PlanInput input = Books.running(Books.generated(60, 8, 4, 3), 7, LONG, 2_000L);
        UUID id = submit(input);
        ended(id);
        List<Assignment> before =
                plans.assignments(id, Shown.ALL, PageRequest.first(100)).items();

        SolvedPlan again = planner.solve(jdbi.withHandle(handle -> PlanStore.input(handle, id)), new Planner.Watch() {
            @Override
            public boolean enough() {
                return false;
            }

            @Override
            public void progress(double fraction) {}
        });
        jdbi.useTransaction(handle -> PlanStore.solved(handle, id, again, java.time.Instant.EPOCH));

        assertThat(plans.assignments(id, Shown.ALL, PageRequest.first(100)).items())
                .isEqualTo(before);
    }

    @Test
    void assignments_are_shown_by_what_became_of_them() {
        PlanInput input = Books.input(
                List.of(
                        AnAccount.called("moves").heldBy("gone").build(),
                        AnAccount.called("far").region("north").build(),
                        AnAccount.called("alone").sponsorNeeded(5).build(),
                        AnAccount.called("fixed").build()),
                List.of(APerson.manager("ann").covering(List.of("south")).build()),
                new Pin("fixed", Seat.ACCOUNT_MANAGER, "ann"));
        UUID id = submit(Books.running(input, 1, LONG, 100L));

        assertThat(ended(id).counts()).isEqualTo(new PlanCounts(3, 1, 1, 1, 1));
        assertThat(shown(id, "moved")).containsExactly("moves");
        assertThat(shown(id, "uncovered")).containsExactly("far");
        assertThat(shown(id, "sponsor-missing")).containsExactly("alone");
        assertThat(shown(id, "pinned")).containsExactly("fixed");
        assertThat(shown(id, "all")).containsExactly("moves", "far", "alone", "fixed");
        assertThatThrownBy(() -> Shown.of("lost")).isInstanceOf(BadInputException.class);
    }

    @Test
    void plans_are_listed_newest_first() {
        UUID first = submit(Books.running(Books.generated(10, 4, 1, 1), 1, LONG, 100L));
        UUID second = submit(Books.running(Books.generated(10, 4, 1, 1), 1, LONG, 100L));
        ended(first);
        ended(second);

        Page<Plan> page = plans.list(PageRequest.first(1));
        assertThat(page.items()).extracting(Plan::id).containsExactly(second);
        assertThat(page.nextCursor()).isNotNull();
    }

    private List<String> shown(UUID id, String show) {
        return plans.assignments(id, Shown.of(show), PageRequest.first(10)).items().stream()
                .map(Assignment::account)
                .toList();
    }

    private static PlanInput endless() {
        return Books.running(Books.generated(60, 8, 4, 3), 7, LONG, Long.MAX_VALUE);
    }

    private UUID submit(PlanInput input) {
        UUID id = jdbi.inTransaction(handle -> plans.submit(handle, input, "test"));
        plans.begin();
        return id;
    }

    private Plan ended(UUID id) {
        return plans.events(id).collect().last().await().atMost(Duration.ofMinutes(2));
    }
}
