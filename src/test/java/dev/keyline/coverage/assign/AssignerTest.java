package dev.keyline.coverage.assign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Assignments and proofs against trying everything, and how a solve is ended. */
class AssignerTest {
    private static final Assigner.Listener DEAF = (best, bound, agents) -> {};

    static List<Long> seeds() {
        return java.util.stream.LongStream.range(0, 60).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_small_problem_is_solved_as_well_as_can_be_and_its_bound_is_not_above_that(long seed) {
        AssignmentProblem problem = SmallProblems.generated(seed);
        Worth best = SmallProblems.best(problem);

        Assigner.Answer answer = Assigner.solve(problem, null, counted(0.6, seed), DEAF, () -> false);

        assertThat(SmallProblems.worth(problem, agents(answer))).isEqualTo(answer.worth());
        assertThat(answer.worth().open()).isEqualTo(best.open());
        assertThat(answer.worth().cost()).isBetween(best.cost(), best.cost() + SmallProblems.rounding(problem));
        assertThat(answer.bound().open()).isEqualTo(best.open());
        assertThat(answer.bound().cost()).isLessThanOrEqualTo(best.cost());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void where_all_jobs_weigh_the_same_the_best_is_found_and_proved(long seed) {
        AssignmentProblem problem = SmallProblems.ofEqualWeights(seed);
        Worth best = SmallProblems.best(problem);

        Assigner.Answer answer = Assigner.solve(problem, null, counted(0.05, seed), DEAF, () -> false);

        assertThat(SmallProblems.worth(problem, agents(answer))).isEqualTo(best);
        assertThat(answer.worth()).isEqualTo(best);
        assertThat(answer.bound()).isEqualTo(best);
    }

    @Test
    void the_same_seed_gives_the_same_assignment() {
        AssignmentProblem problem = crowded(60, 6, 3);

        Assigner.Answer once = Assigner.solve(problem, null, counted(0.5, 9), DEAF, () -> false);
        Assigner.Answer again = Assigner.solve(problem, null, counted(0.5, 9), DEAF, () -> false);

        assertThat(again).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_problem_without_prices_is_proved_to_the_end(long seed) {
        Assigner.Answer answer =
                Assigner.solve(SmallProblems.withoutPrices(50, 5, seed), null, counted(20, seed), DEAF, () -> false);

        assertThat(answer.bound()).isEqualTo(answer.worth());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_proved_without_prices_is_true(long seed) {
        AssignmentProblem problem = SmallProblems.withoutPrices(7, 3, seed);
        Worth best = SmallProblems.best(problem);

        Assigner.Answer answer = Assigner.solve(problem, null, counted(1, seed), DEAF, () -> false);

        assertThat(answer.worth()).isEqualTo(best);
        assertThat(answer.bound().open()).isEqualTo(best.open());
        assertThat(answer.bound().cost()).isLessThanOrEqualTo(best.cost());
    }

    @Test
    void two_threads_keep_to_the_limits() {
        AssignmentProblem problem = crowded(60, 6, 4);

        Assigner.Answer answer =
                Assigner.solve(problem, null, new Assigner.Settings(1, 2, false, 1, 0, 1), DEAF, () -> false);

        assertThat(SmallProblems.worth(problem, agents(answer))).isEqualTo(answer.worth());
        assertThat(answer.bound().cost()).isLessThanOrEqualTo(answer.worth().cost());
    }

    @Test
    void what_is_told_on_the_way_gets_better_and_ends_with_the_answer() {
        AssignmentProblem problem = crowded(60, 6, 5);
        List<Worth> told = Collections.synchronizedList(new ArrayList<>());

        Assigner.Answer answer =
                Assigner.solve(problem, null, counted(0.3, 1), (best, bound, agents) -> told.add(best), () -> false);

        assertThat(told).isSortedAccordingTo(Collections.reverseOrder()).endsWith(answer.worth());
    }

    @Test
    void a_solve_that_is_stopped_answers_with_what_it_has() {
        AssignmentProblem problem = crowded(200, 20, 6);
        AtomicBoolean stop = new AtomicBoolean();

        Assigner.Answer answer = Assigner.solve(
                problem,
                null,
                new Assigner.Settings(600, 2, false, 1, 0, 600),
                (best, bound, agents) -> stop.set(true),
                stop::get);

        assertThat(SmallProblems.worth(problem, agents(answer))).isEqualTo(answer.worth());
    }

    @Test
    void the_start_is_kept_where_nothing_is_better() {
        AssignmentProblem.Builder builder =
                AssignmentProblem.of(2, 1).limit(0, 0, 10).limit(0, 1, 10);
        for (int job = 0; job < 4; job++) {
            builder.job(1).pair(0, 7, 5).pair(1, 7, 5);
        }

        Assigner.Answer answer =
                Assigner.solve(builder.build(), new int[] {1, 0, 1, 0}, counted(0.05, 1), DEAF, () -> false);

        assertThat(answer.worth()).isEqualTo(new Worth(0, 28));
        assertThat(answer.bound()).isEqualTo(new Worth(0, 28));
    }

    @Test
    void a_job_that_nobody_may_hold_is_open_and_proved_to_be() {
        AssignmentProblem problem = AssignmentProblem.of(1, 1)
                .limit(0, 0, 10)
                .job(3)
                .pair(0, 5, 11)
                .job(4)
                .pair(0, 6, 10)
                .build();

        Assigner.Answer answer = Assigner.solve(problem, null, counted(0.05, 1), DEAF, () -> false);

        assertThat(answer.agents()).containsExactly(AssignmentProblem.NONE, 0);
        assertThat(answer.worth()).isEqualTo(new Worth(3, 6));
        assertThat(answer.bound()).isEqualTo(new Worth(3, 6));
    }

    @Test
    void another_agent_saves_what_the_last_one_lacks_room_for() {
        AssignmentProblem problem = AssignmentProblem.of(2, 1)
                .limit(0, 0, 1)
                .limit(0, 1, 9)
                .job(1)
                .pair(0, 0, 1)
                .pair(1, 50, 1)
                .job(1)
                .pair(0, 0, 1)
                .pair(1, 50, 1)
                .build();

        List<Long> another = Assigner.solve(problem, null, counted(0.2, 1), DEAF, () -> false)
                .another();

        assertThat(another.get(0)).isBetween(45L, 55L);
        assertThat(another.get(1)).isZero();
    }

    @Test
    void nothing_to_do_is_done() {
        Assigner.Answer answer =
                Assigner.solve(AssignmentProblem.of(1, 1).build(), null, counted(0.05, 1), DEAF, () -> false);

        assertThat(answer.agents()).isEmpty();
        assertThat(answer.bound()).isEqualTo(answer.worth());
    }

    @Test
    void what_is_no_problem_is_refused() {
        AssignmentProblem.Builder builder = AssignmentProblem.of(2, 2);

        assertThatIllegalArgumentException().isThrownBy(() -> builder.limit(0, 0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.pair(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.job(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.job(1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.job(1, -1));
        builder.job(1, 1).pair(1, 0, 0);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.pair(1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.pair(0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Assigner.Settings(1, 2, true, 1, 0, 1));
    }

    /** As the hard published instances are: what is cheap is heavy, and there is little room. */
    private static AssignmentProblem crowded(int jobs, int agents, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        AssignmentProblem.Builder problem = AssignmentProblem.of(agents, 1);
        for (int agent = 0; agent < agents; agent++) {
            problem.limit(0, agent, 42L * jobs / agents);
        }
        for (int job = 0; job < jobs; job++) {
            problem.job(1);
            for (int agent = 0; agent < agents; agent++) {
                int weight = 1 + random.nextInt(100);
                problem.pair(agent, 111 - weight + random.nextInt(20), weight);
            }
        }
        return problem.build();
    }

    private static Assigner.Settings counted(double seconds, long seed) {
        return new Assigner.Settings(seconds, 1, true, seed, 0, seconds);
    }

    private static int[] agents(Assigner.Answer answer) {
        return answer.agents().stream().mapToInt(agent -> agent).toArray();
    }
}
