package dev.keyline.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bound against books small enough to try every plan of. */
class LowestMaximumTest {
    @Test
    void nothing_to_hold_needs_nobody() {
        assertThat(LowestMaximum.of(List.of())).isEqualTo(Ratio.ZERO);
    }

    @Test
    void accounts_that_all_may_hold_need_their_points_over_all_capacity() {
        List<Candidate> people = people(100, 300);

        assertThat(LowestMaximum.of(List.of(seat(0, "100", people), seat(1, "100", people))))
                .isEqualByComparingTo(new Ratio(1, 2));
    }

    @Test
    void a_crowded_corner_decides() {
        List<Candidate> people = people(100, 900);
        List<Candidate> first = people.subList(0, 1);

        assertThat(LowestMaximum.of(List.of(seat(0, "40", first), seat(1, "40", first), seat(2, "10", people))))
                .isEqualByComparingTo(new Ratio(8, 10));
    }

    @Test
    void an_account_fits_somewhere_as_a_whole() {
        List<Candidate> people = people(100, 100, 100);

        assertThat(LowestMaximum.of(List.of(seat(0, "90", people)))).isEqualByComparingTo(new Ratio(9, 10));
    }

    /** 20,000 books with {@code -Pproof}. */
    static LongStream books() {
        return LongStream.rangeClosed(1, Long.getLong("keyline.proof.books", 20));
    }

    @ParameterizedTest
    @MethodSource("books")
    void no_plan_is_better_than_the_bound(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Candidate> people = people(50 + random.nextInt(100), 50 + random.nextInt(100), 50 + random.nextInt(100));
        List<ManagerSeat> seats = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            List<Candidate> eligible =
                    people.stream().filter(person -> random.nextInt(3) > 0).toList();
            seats.add(seat(i, Integer.toString(1 + random.nextInt(30)), eligible.isEmpty() ? people : eligible));
        }

        Ratio bound = LowestMaximum.of(seats);

        assertThat(bound).isGreaterThan(Ratio.ZERO).isLessThanOrEqualTo(best(seats, people, new long[3], 0));
    }

    /** The lowest maximum over every plan there is. */
    private static Ratio best(List<ManagerSeat> seats, List<Candidate> people, long[] load, int next) {
        if (next == seats.size()) {
            return people.stream()
                    .map(person -> new Ratio(load[person.index()], person.capacity()))
                    .reduce(Ratio.ZERO, Ratio::max);
        }
        Ratio best = new Ratio(Long.MAX_VALUE, 1);
        for (Candidate person : seats.get(next).eligible()) {
            load[person.index()] += seats.get(next).points();
            best = best.min(best(seats, people, load, next + 1));
            load[person.index()] -= seats.get(next).points();
        }
        return best;
    }

    private static List<Candidate> people(int... capacities) {
        List<Candidate> people = new ArrayList<>();
        for (int capacity : capacities) {
            Person person = APerson.manager("m" + people.size())
                    .capacity(Integer.toString(capacity))
                    .build();
            people.add(new Candidate(
                    people.size(), person, Scene.RATES, Capacity.of(person, Scene.RATES.limits(), Books.AS_OF)));
        }
        return people;
    }

    private static ManagerSeat seat(int id, String points, List<Candidate> eligible) {
        return new ManagerSeat(id, AnAccount.called("a" + id).points(points).build(), Scene.RATES, null, eligible);
    }
}
