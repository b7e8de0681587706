package dev.keyline.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.coverage.Shift.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a change is said to do, against the solver's own score before and after it. */
class ShiftTest {
    private static final PlanInput INPUT = Books.generated(120, 12, 4, 11);
    private static final Map<String, Holders> HOLDERS = new HashMap<>();
    private static SeatedBook book;
    private static Judgement before;

    @BeforeAll
    static void fill() {
        CoverageSolution filled = new CoverageProblem(INPUT).solution();
        filled.managerSeats().forEach(seat -> HOLDERS.put(seat.account().id(), new Holders(id(seat.manager()), null)));
        // one account is left to be covered
        HOLDERS.put("a0", Holders.NOBODY);
        book = new SeatedBook(INPUT, HOLDERS);
        before = PlanJudge.judge(INPUT, HOLDERS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void two_accounts_that_move_change_the_score_as_said(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int one = random.nextInt(120);
        Change first = new Change(seat(one), anybody(random));
        Change second = new Change(seat((one + 7) % 120), anybody(random));

        agree(first, second);
    }

    @Test
    void an_account_that_is_covered_changes_the_score_as_said() {
        agree(new Change(seat(0), book.solution().candidates().get(3)));
    }

    @Test
    void an_account_that_is_dropped_changes_the_score_as_said() {
        agree(new Change(seat(5), null));
    }

    private static void agree(Change... changes) {
        Shift shift = new Shift(book.holdings(), changes);
        Map<String, Holders> changed = new HashMap<>(HOLDERS);
        for (Change change : changes) {
            changed.put(change.seat().account().id(), new Holders(id(change.to()), null));
        }
        Judgement after = PlanJudge.judge(INPUT, changed);

        assertThat(shift.soft()).isEqualTo(after.soft() - before.soft());
        assertThat(shift.medium()).isEqualTo(after.medium() - before.medium());
        Map<String, Long> difference = new TreeMap<>();
        for (String constraint : Defaults.shipped().weights().keySet()) {
            difference.put(constraint, after.costOf(constraint) - before.costOf(constraint));
        }
        assertThat(shift.shares()).isEqualTo(Share.list(difference));
    }

    private static ManagerSeat seat(int index) {
        return book.solution().managerSeats().get(index);
    }

    private static Candidate anybody(SplittableRandom random) {
        List<Candidate> managers = book.solution().candidates().subList(0, 12);
        return managers.get(random.nextInt(managers.size()));
    }

    private static @Nullable String id(@Nullable Candidate person) {
        return person == null ? null : person.person().id();
    }
}
