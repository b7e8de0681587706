package dev.keyline.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Accounts that are pinned, near a renewal or in a negotiation: they stay, or the plan says why they could not. */
class KeptAccountsTest {
    private static final Pin TO_BOB = new Pin("a", Seat.ACCOUNT_MANAGER, "bob");

    @Test
    void a_pin_holds_against_everything_soft() {
        Assignment assignment =
                solved(Books.input(List.of(account().heldBy("ann").build()), annAndBob(), TO_BOB));

        assertThat(assignment.accountManager()).isEqualTo(new PersonRef("bob", "bob"));
        assertThat(assignment.pinned()).isTrue();
        assertThat(assignment.moved()).isTrue();
    }

    @Test
    void a_pin_on_somebody_full_leaves_the_account_uncovered_with_the_reason() {
        Assignment assignment =
                solved(Books.input(List.of(account().points("111").build()), annAndBob(), TO_BOB));

        assertThat(assignment.accountManager()).isNull();
        assertThat(assignment.reason())
                .isEqualTo("Uncovered. It is pinned to bob. The only one who may hold it has no room:"
                        + " bob 0 of 110 points.");
    }

    @Test
    void a_standing_pin_on_somebody_who_has_left_is_let_go_and_said() {
        PlanInput input = Books.input(
                List.of(account().build()),
                List.of(
                        APerson.manager("ann").build(),
                        APerson.manager("bob").leavingOn(Books.AS_OF).build()));

        Assignment assignment = solved(withStandingPin(input));

        assertThat(assignment.accountManager()).isEqualTo(new PersonRef("ann", "ann"));
        assertThat(assignment.reason()).isEqualTo("The pin of its account manager is let go: bob left on 2026-06-01.");
    }

    @Test
    void an_account_that_renews_soon_stays_although_its_manager_is_busier() {
        Assignment assignment = solved(Books.input(
                List.of(
                        account()
                                .heldBy("ann")
                                .points("50")
                                .renewingOn(Books.AS_OF.plusDays(60))
                                .build(),
                        AnAccount.called("b")
                                .heldBy("ann")
                                .points("50")
                                .inNegotiation()
                                .build()),
                annAndBob()));

        assertThat(assignment.accountManager()).isEqualTo(new PersonRef("ann", "ann"));
    }

    @Test
    void an_account_whose_renewal_is_not_yet_near_moves_when_that_pays() {
        SolvedPlan plan = Solving.solve(Books.input(
                List.of(
                        account()
                                .heldBy("ann")
                                .points("50")
                                .renewingOn(Books.AS_OF.plusDays(61))
                                .build(),
                        AnAccount.called("b")
                                .heldBy("ann")
                                .points("50")
                                .renewingOn(Books.AS_OF.minusDays(1))
                                .build()),
                annAndBob()));

        assertThat(plan.assignments()).filteredOn(Assignment::moved).hasSize(1);
    }

    @Test
    void an_account_that_must_stay_with_somebody_who_has_left_moves_and_says_so() {
        Assignment assignment = solved(Books.input(
                List.of(account()
                        .heldBy("gone")
                        .renewingOn(Books.AS_OF.plusDays(10))
                        .build()),
                annAndBob()));

        assertThat(assignment.moved()).isTrue();
        assertThat(assignment.reason())
                .isEqualTo("It should keep its manager because its renewal is on 2026-06-11,"
                        + " but gone is not among the people of this plan.");
    }

    @Test
    void an_approved_move_is_free() {
        PlanInput input =
                Books.input(List.of(account().heldBy("ann").inNegotiation().build()), annAndBob(), TO_BOB);

        assertThat(InputCheck.errors(input))
                .singleElement()
                .satisfies(error -> assertThat(error.pointer()).isEqualTo("/pins/0/person"));
        assertThat(InputCheck.errors(approving(input, "a"))).isEmpty();
        assertThat(solved(approving(input, "a")).accountManager()).isEqualTo(new PersonRef("bob", "bob"));
    }

    private static Assignment solved(PlanInput input) {
        SolvedPlan plan = Solving.solve(input);
        assertThat(plan.score()).startsWith("0hard/");
        return plan.assignments().get(0);
    }

    private static AnAccount account() {
        return AnAccount.called("a");
    }

    private static List<Person> annAndBob() {
        return List.of(APerson.manager("ann").build(), APerson.manager("bob").build());
    }

    private static PlanInput withStandingPin(PlanInput input) {
        return changed(input, List.of(TO_BOB), List.of());
    }

    private static PlanInput approving(PlanInput input, String account) {
        return changed(input, List.of(), List.of(account));
    }

    private static PlanInput changed(PlanInput input, List<Pin> standing, List<String> approved) {
        return new PlanInput(
                input.asOf(),
                input.demand(),
                input.people(),
                input.pins(),
                standing,
                approved,
                input.pairings(),
                input.limits(),
                input.weights(),
                input.seed(),
                input.timeLimit(),
                input.scoreLimit());
    }
}
