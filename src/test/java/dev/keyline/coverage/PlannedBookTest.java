package dev.keyline.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.terms.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole books, solved by the shipped configuration; what comes out is checked without the solver's own arithmetic. */
class PlannedBookTest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

    @Test
    void adventure_works_is_covered_and_its_busiest_within_15_percent_of_the_proved_best() {
        PlanInput input = Books.running(Books.adventureWorks(), 1, LONG_ENOUGH, 100_000L);

        SolvedPlan plan = Solving.solve(input);

        assertThat(PlanChecker.broken(input, plan)).isEmpty();
        assertThat(plan.score()).startsWith("0hard/0medium/");
        assertThat(plan.assignments()).hasSize(701).allMatch(assignment -> assignment.accountManager() != null);
        assertThat(busiest(plan).gap()).isLessThanOrEqualTo(new BigDecimal("0.15"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_generated_book_breaks_nothing_whatever_the_seed(long seed) {
        PlanInput input = Books.running(Books.generated(300, 20, 12, seed), seed, LONG_ENOUGH, 20_000L);

        SolvedPlan plan = Solving.solve(input);

        assertThat(PlanChecker.broken(input, plan)).isEmpty();
        assertThat(plan.score()).startsWith("0hard/");
    }

    @Test
    void the_same_input_seed_and_score_limit_give_the_same_plan() {
        PlanInput input = Books.running(Books.generated(200, 16, 8, 5), 7, LONG_ENOUGH, 20_000L);

        assertThat(Solving.solve(input)).isEqualTo(Solving.solve(input));
    }

    @Test
    void a_stored_input_solves_to_the_same_plan() {
        PlanInput input = Books.running(Books.generated(100, 10, 4, 5), 7, LONG_ENOUGH, 5_000L);

        PlanInput stored = PlanText.read(PlanText.write(input));

        assertThat(stored).isEqualTo(input);
        assertThat(Solving.solve(stored)).isEqualTo(Solving.solve(input));
    }

    @Test
    void ten_equal_accounts_are_shared_equally_by_five_equal_managers() {
        PlanInput input = Books.input(
                IntStream.range(0, 10)
                        .mapToObj(i -> AnAccount.called("a" + i).points("10").build())
                        .toList(),
                managers(5));

        SolvedPlan plan = Solving.solve(input);

        assertThat(plan.loads()).allMatch(load -> load.accounts() == 2);
        assertThat(busiest(plan).gap()).isEqualByComparingTo("0");
    }

    @Test
    void accounts_that_fit_where_they_are_stay() {
        PlanInput input = Books.input(
                IntStream.range(0, 10)
                        .mapToObj(i -> AnAccount.called("a" + i)
                                .points("10")
                                .heldBy("m" + i % 5)
                                .build())
                        .toList(),
                managers(5));

        assertThat(Solving.solve(input).assignments()).noneMatch(Assignment::moved);
    }

    @Test
    void an_account_far_from_anybody_is_uncovered_with_the_reason() {
        PlanInput input = Books.input(
                List.of(
                        AnAccount.called("a").region("north").build(),
                        AnAccount.called("b").region("south").language("fi").build()),
                List.of(APerson.manager("ann").covering(List.of("south")).build()));

        assertThat(Solving.solve(input).assignments())
                .extracting(Assignment::reason)
                .containsExactly(
                        "Uncovered. Nobody covers the region north.",
                        "Uncovered. Nobody covers the region south and speaks fi.");
    }

    @Test
    void what_does_not_fit_is_uncovered_and_names_who_is_full() {
        PlanInput input = Books.input(
                IntStream.range(0, 13)
                        .mapToObj(i -> AnAccount.called("a" + i).points("20").build())
                        .toList(),
                List.of(
                        APerson.manager("ann").capacity("100").build(),
                        APerson.manager("bob").capacity("110").build()));

        SolvedPlan plan = Solving.solve(input);

        assertThat(PlanChecker.broken(input, plan)).isEmpty();
        assertThat(plan.score()).startsWith("0hard/-60000medium/");
        assertThat(plan.assignments().stream().map(Assignment::reason).filter(reason -> reason != null))
                .hasSize(3)
                .containsOnly("Uncovered. None of the 2 who may hold it has room:"
                        + " ann 100 of 100 points, bob 100 of 110 points.");
    }

    @Test
    void the_heaviest_tier_is_covered_first_when_not_all_fits() {
        PlanInput input = Books.input(
                Stream.concat(
                                IntStream.range(0, 20)
                                        .mapToObj(i ->
                                                AnAccount.called("small" + i).points("10")),
                                Stream.of(AnAccount.called("big")
                                        .tier(Tier.TIER_1)
                                        .points("50")))
                        .map(AnAccount::build)
                        .toList(),
                managers(1));

        SolvedPlan plan = Solving.solve(input);

        assertThat(plan.assignments())
                .filteredOn(assignment -> assignment.account().equals("big"))
                .allMatch(assignment -> assignment.accountManager() != null);
    }

    @Test
    void a_sponsor_that_nobody_can_be_is_missing_with_the_reason() {
        PlanInput input = Books.input(
                List.of(
                        AnAccount.called("a").tier(Tier.TIER_1).sponsorNeeded(6).build(),
                        AnAccount.called("b").tier(Tier.TIER_1).sponsorNeeded(4).build()),
                List.of(
                        APerson.manager("ann").reportingTo("eve").build(),
                        APerson.executive("eve", 4).build()));

        assertThat(Solving.solve(input).assignments())
                .extracting(Assignment::reason)
                .containsExactly(
                        "Sponsor missing. No executive is of level 5 or above, and the counterpart is of level 6.",
                        "Sponsor missing. The only one who may sponsor it has no room: eve is the line manager of ann.");
    }

    private static Busiest busiest(SolvedPlan plan) {
        Busiest busiest = plan.busiest();
        assertThat(busiest).isNotNull();
        return busiest;
    }

    private static List<Person> managers(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> APerson.manager("m" + i).build())
                .toList();
    }
}
