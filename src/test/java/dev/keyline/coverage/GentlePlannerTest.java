package dev.keyline.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** Plans that change no more than they are asked to, and say why each account moves. */
class GentlePlannerTest {
    private static final Replanning ONLY_WHAT_MUST = new Replanning(true, List.of(), null);

    @Test
    void when_a_manager_leaves_nobody_elses_account_moves() throws InterruptedException {
        PlanInput settled = Books.settled(Books.generated(200, 20, 6, 3));
        PlanInput input = Books.leaving(settled, "m3");
        Set<String> theirs = heldBy(settled, "m3");
        assertThat(theirs).isNotEmpty();

        GentlePlanner.Result result = solve(input, ONLY_WHAT_MUST);

        assertThat(result.plan().score()).startsWith("0hard/");
        assertThat(moved(result)).isSubsetOf(theirs);
        assertThat(result.plan().assignments())
                .filteredOn(Assignment::moved)
                .isNotEmpty()
                .allSatisfy(assignment ->
                        assertThat(assignment.reason()).contains("It moves because m3 left on 2026-06-01."));
        assertThat(result.plan().assignments())
                .filteredOn(assignment -> !theirs.contains(assignment.account()))
                .allSatisfy(assignment -> assertThat(assignment.moved()).isFalse());
        assertThat(PlanChecker.broken(input, result.plan())).isEmpty();
    }

    @Test
    void in_a_full_book_nobody_elses_account_moves_unless_that_pays_or_covers() throws InterruptedException {
        PlanInput settled = Books.settled(Books.filled(300, 20, 6, 97, 5));
        PlanInput input = Books.leaving(settled, "m11");
        Set<String> theirs = heldBy(settled, "m11");
        assertThat(theirs).isNotEmpty();

        GentlePlanner.Result result = solve(input, ONLY_WHAT_MUST);

        long uncovered = result.plan().assignments().stream()
                .filter(assignment -> assignment.accountManager() == null)
                .count();
        long uncoveredWithoutRoom = settled.demand().stream()
                        .filter(account -> account.accountManager() == null)
                        .count()
                + theirs.size();
        assertThat(uncovered).isLessThan(uncoveredWithoutRoom);
        assertThat(result.plan().assignments())
                .filteredOn(assignment -> assignment.moved() && !theirs.contains(assignment.account()))
                .allSatisfy(assignment ->
                        assertThat(assignment.reason()).containsAnyOf("It makes room: ", "It pays for its move: "));
        assertThat(PlanChecker.broken(input, result.plan())).isEmpty();
    }

    @Test
    void what_is_proved_of_a_gentle_plan_is_about_plans_in_which_all_else_stays() throws InterruptedException {
        PlanInput settled = Books.settled(Books.generated(200, 20, 6, 3));

        SolvedPlan plan = solve(Books.leaving(settled, "m3"), ONLY_WHAT_MUST).plan();

        assertThat(HardMediumSoftLongScore.parseScore(plan.score()))
                .isLessThanOrEqualTo(HardMediumSoftLongScore.parseScore(Objects.requireNonNull(plan.bound())));
        assertThat(plan.gap()).isLessThan(new BigDecimal("0.001"));
    }

    @Test
    void where_nothing_must_move_nothing_does_however_uneven_it_is() throws InterruptedException {
        PlanInput input = heldByAnnBesideBob(10);
        assertThat(Solving.solve(input).assignments()).anyMatch(Assignment::moved);

        assertThat(moved(solve(input, ONLY_WHAT_MUST))).isEmpty();
    }

    @Test
    void a_manager_who_would_hold_too_much_gives_away_what_is_too_much() throws InterruptedException {
        PlanInput input = heldByAnnBesideBob(12);

        GentlePlanner.Result result = solve(input, new Replanning(true, List.of(), 1));

        assertThat(moved(result)).hasSize(1);
        assertThat(result.plan().assignments())
                .filteredOn(Assignment::moved)
                .extracting(Assignment::reason)
                .containsExactly("It moves because ann would hold 120 of 110 points.");
    }

    @Test
    void somebody_elses_account_moves_where_that_makes_room_and_says_so() throws InterruptedException {
        PlanInput input = Books.input(
                List.of(
                        AnAccount.called("orphan")
                                .points("30")
                                .language("fi")
                                .heldBy("gone")
                                .build(),
                        AnAccount.called("big").points("60").heldBy("ann").build(),
                        AnAccount.called("small").points("40").heldBy("ann").build()),
                List.of(
                        APerson.manager("ann").speaking(List.of("fi")).build(),
                        APerson.manager("bob").build()));

        GentlePlanner.Result result = solve(input, ONLY_WHAT_MUST);

        assertThat(holders(result)).containsEntry("orphan", "ann");
        assertThat(moved(result)).hasSize(2).contains("orphan");
        assertThat(reason(result, "orphan")).isEqualTo("It moves because gone is not among the people of this plan.");
        assertThat(moved(result).stream()
                        .filter(account -> !account.equals("orphan"))
                        .toList())
                .singleElement()
                .satisfies(account -> assertThat(reason(result, account)).startsWith("It makes room: ann "));
    }

    @Test
    void at_most_so_many_move_and_the_plan_says_what_that_costs() throws InterruptedException {
        PlanInput input = heldByAnnBesideBob(10);
        int best = moved(solve(input, new Replanning(false, List.of(), null))).size();
        assertThat(best).isGreaterThan(2);

        GentlePlanner.Result result = solve(input, new Replanning(false, List.of(), 2));

        assertThat(moved(result)).hasSize(2);
        assertThat(result.remark())
                .startsWith("With at most 2 of the " + best + " moves that are best, all that can be covered is,");
        assertThat(result.plan().assignments())
                .filteredOn(Assignment::moved)
                .allSatisfy(assignment -> assertThat(assignment.reason()).startsWith("It pays for its move: "));
    }

    @Test
    void a_limit_that_leaves_accounts_uncovered_says_how_many() throws InterruptedException {
        PlanInput input = heldByAnnBesideBob(13);

        GentlePlanner.Result result = solve(input, new Replanning(true, List.of(), 1));

        assertThat(moved(result)).hasSizeLessThanOrEqualTo(1);
        assertThat(result.remark()).endsWith("1 more accounts have no manager.");
    }

    @Test
    void what_may_move_besides_moves_when_it_pays() throws InterruptedException {
        PlanInput input = heldByAnnBesideBob(10);

        GentlePlanner.Result result = solve(input, new Replanning(true, List.of("a4"), null));

        assertThat(moved(result)).containsExactly("a4");
        assertThat(reason(result, "a4")).startsWith("It pays for its move: ");
    }

    @Test
    void fewer_moves_than_there_must_be_are_refused_with_their_number() {
        PlanInput input = Books.input(
                List.of(
                        AnAccount.called("a").heldBy("gone").build(),
                        AnAccount.called("b").heldBy("gone").build()),
                List.of(APerson.manager("ann").build()));

        assertThat(InputCheck.errors(Books.replanning(input, new Replanning(false, List.of("z"), 1))))
                .extracting(error -> error.pointer() + " " + error.message())
                .containsExactly(
                        "/replanning/mayMove/0 there is no account z in this plan",
                        "/replanning/maxMoves must be at least 2: so many accounts cannot stay with who holds them");
    }

    /** Accounts a0, a1, … of ten points each. */
    private static PlanInput heldByAnnBesideBob(int accounts) {
        return Books.input(
                IntStream.range(0, accounts)
                        .mapToObj(i -> AnAccount.called("a" + i)
                                .points("10")
                                .heldBy("ann")
                                .build())
                        .toList(),
                List.of(APerson.manager("ann").build(), APerson.manager("bob").build()));
    }

    private static GentlePlanner.Result solve(PlanInput input, Replanning asked) throws InterruptedException {
        PlanInput gentle = Books.replanning(Books.running(input, 1, Duration.ofSeconds(60), 3_000L), asked);
        assertThat(InputCheck.errors(gentle)).isEmpty();
        return new GentlePlanner(new Planner()).solve(gentle, Map.of(), Solving.TO_THE_END);
    }

    private static Set<String> heldBy(PlanInput input, String manager) {
        return input.demand().stream()
                .filter(account -> manager.equals(account.accountManager()))
                .map(AccountDemand::id)
                .collect(Collectors.toSet());
    }

    private static Set<String> moved(GentlePlanner.Result result) {
        return result.plan().assignments().stream()
                .filter(Assignment::moved)
                .map(Assignment::account)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> holders(GentlePlanner.Result result) {
        return result.plan().assignments().stream()
                .filter(assignment -> assignment.accountManager() != null)
                .collect(Collectors.toMap(
                        Assignment::account,
                        assignment -> assignment.accountManager().id()));
    }

    private static @Nullable String reason(GentlePlanner.Result result, String account) {
        return result.plan().assignments().stream()
                .filter(assignment -> assignment.account().equals(account))
                .findFirst()
                .orElseThrow()
                .reason();
    }
}
