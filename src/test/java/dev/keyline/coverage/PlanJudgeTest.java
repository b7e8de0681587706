package dev.keyline.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Assignments that somebody made by hand, scored. */
class PlanJudgeTest {
    private static final PlanInput INPUT = Books.input(
            List.of(
                    AnAccount.called("acme")
                            .revenue(BigDecimal.valueOf(100_000))
                            .heldBy("ann")
                            .build(),
                    AnAccount.called("bolt").points("120").region("north").build()),
            List.of(
                    APerson.manager("ann").build(),
                    APerson.manager("bob").covering(List.of("south")).build(),
                    APerson.executive("eve", 5).build()));

    @Test
    void every_constraint_is_named_with_its_cost_and_place() {
        Judgement judgement = PlanJudge.judge(INPUT, Map.of("acme", manager("bob")));

        assertThat(judgement.hard()).isZero();
        assertThat(judgement.costOf("continuity")).isEqualTo(15_000 * 100);
        assertThat(of(judgement, "continuity").matches())
                .containsExactly(new ConstraintCost.Match("acme", "bob", 15_000 * 100));
        assertThat(of(judgement, "uncovered").matches())
                .containsExactly(new ConstraintCost.Match("bolt", null, 120_000));
        assertThat(judgement.constraints())
                .extracting(ConstraintCost::constraint)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of("uncovered"), Defaults.shipped().weights().keySet().stream())
                                .toList());
        assertThat(judgement.constraints().stream()
                        .filter(cost -> cost.level() == ConstraintLevel.SOFT)
                        .mapToLong(ConstraintCost::cost)
                        .sum())
                .isEqualTo(judgement.soft());
    }

    @Test
    void what_no_solve_would_do_is_scored_as_broken() {
        Judgement judgement = PlanJudge.judge(INPUT, Map.of("bolt", manager("bob")));

        assertThat(judgement.hard()).isEqualTo(10_001);
        assertThat(of(judgement, "points-capacity").matches())
                .containsExactly(new ConstraintCost.Match(null, "bob", 10_000));
        assertThat(of(judgement, "region").matches()).containsExactly(new ConstraintCost.Match("bolt", "bob", 1));
    }

    @Test
    void a_constraint_without_weight_is_shown_and_costs_nothing() {
        Map<String, Integer> weights = Map.of("continuity", 0);
        PlanInput free = new PlanInput(
                INPUT.asOf(),
                INPUT.demand(),
                INPUT.people(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                INPUT.limits(),
                Defaults.shipped().weightsWith(weights),
                0,
                INPUT.timeLimit(),
                null);

        Judgement judgement = PlanJudge.judge(free, Map.of("acme", manager("bob")));

        assertThat(of(judgement, "continuity"))
                .isEqualTo(new ConstraintCost("continuity", ConstraintLevel.SOFT, 0, 0, List.of()));
    }

    @Test
    void a_solved_plan_is_judged_as_the_solver_scored_it() {
        PlanInput input = Books.generated(200, 12, 4, 7);
        SolvedPlan solved = Solving.solve(Books.running(input, 1, input.timeLimit(), 2_000L));
        Map<String, Holders> holders = new HashMap<>();
        solved.assignments()
                .forEach(assignment -> holders.put(
                        assignment.account(), new Holders(id(assignment.accountManager()), id(assignment.sponsor()))));

        assertThat(PlanJudge.judge(input, holders).score()).isEqualTo(solved.score());
    }

    @Test
    void whom_the_plan_does_not_know_is_named() {
        assertThatThrownBy(() ->
                        PlanJudge.judge(INPUT, Map.of("acme", new Holders("eve", "nobody"), "none", manager("ann"))))
                .isInstanceOfSatisfying(
                        BadInputException.class,
                        refused -> assertThat(refused.errors())
                                .containsExactlyInAnyOrder(
                                        new InputError("/assignments/acme/accountManager", "eve is no account manager"),
                                        new InputError(
                                                "/assignments/acme/sponsor",
                                                "there is nobody called nobody in this plan"),
                                        new InputError("/assignments/none", "there is no account none in this plan")));
    }

    private static ConstraintCost of(Judgement judgement, String constraint) {
        return judgement.constraints().stream()
                .filter(cost -> cost.constraint().equals(constraint))
                .findFirst()
                .orElseThrow();
    }

    private static Holders manager(String id) {
        return new Holders(id, null);
    }

    private static @org.jspecify.annotations.Nullable String id(@org.jspecify.annotations.Nullable PersonRef person) {
        return person == null ? null : person.id();
    }
}
