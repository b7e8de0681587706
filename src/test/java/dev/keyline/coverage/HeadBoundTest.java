package dev.keyline.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one more account manager is said to bring at most, against trying every way to share a small book with them. */
class HeadBoundTest {
    private static final int ACCOUNTS = 7;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_way_to_share_the_accounts_saves_more(long seed) {
        SeatedBook book = book(seed);

        OneMore one = NewHead.of(book).get(0);

        List<Candidate> staff = new ArrayList<>(book.solution().candidates());
        staff.add(book.problem().oneMore(NewHead.wanted(null, book.solution().managerSeats())));
        long best = new Sharing(book, staff).least();
        assertThat(one.moneyAtMost()).isNotNull().isGreaterThanOrEqualTo(Share.money(planned(book) - best));
        assertThat(one.moneyAtMost()).isGreaterThanOrEqualTo(one.money());
    }

    @Test
    void where_accounts_can_be_shared_finely_it_is_less_than_twice_what_there_is_to_save() {
        List<AccountDemand> accounts = new ArrayList<>();
        Map<String, Holders> holders = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            String holder = i % 2 == 0 ? "ann" : "bob";
            accounts.add(AnAccount.called("a" + i).points("3").heldBy(holder).build());
            holders.put("a" + i, new Holders(holder, null));
        }
        PlanInput input = Books.input(
                accounts,
                List.of(APerson.manager("ann").build(), APerson.manager("bob").build()));

        OneMore one = NewHead.of(new SeatedBook(input, holders)).get(0);

        assertThat(one.money()).isPositive();
        assertThat(one.moneyAtMost()).isNotNull();
        assertThat(one.moneyAtMost().doubleValue())
                .isBetween(one.money().doubleValue(), 2 * one.money().doubleValue());
    }

    @Test
    void of_a_book_that_breaks_a_limit_nothing_is_said() {
        PlanInput input = Books.input(
                List.of(AnAccount.called("a").points("90").build()),
                List.of(APerson.manager("ann").capacity("50").build()));

        OneMore one = NewHead.of(new SeatedBook(input, Map.of("a", new Holders("ann", null))))
                .get(0);

        assertThat(one.moneyAtMost()).isNull();
    }

    private static SeatedBook book(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<AccountDemand> accounts = new ArrayList<>();
        Map<String, Holders> holders = new HashMap<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            String holder = random.nextInt(8) == 0 ? null : random.nextBoolean() ? "ann" : "bob";
            accounts.add(AnAccount.called("a" + i)
                    .points(String.valueOf(1 + random.nextInt(16)))
                    .heldBy(random.nextBoolean() ? "ann" : "bob")
                    .build());
            holders.put("a" + i, new Holders(holder, null));
        }
        return new SeatedBook(
                Books.input(
                        accounts,
                        List.of(
                                APerson.manager("ann").build(),
                                APerson.manager("bob").build())),
                holders);
    }

    private static long planned(SeatedBook book) {
        long sum = 0;
        for (ManagerSeat seat : book.solution().managerSeats()) {
            Candidate manager = seat.manager();
            sum += manager == null ? 0 : seat.priceFor(manager);
        }
        for (Candidate manager : book.solution().candidates()) {
            sum += manager.priceFor(book.holdings().of(manager));
        }
        return sum;
    }

    /** Tries every way in which what is looked after stays looked after, and the newcomer takes what else they like. */
    private static final class Sharing {
        private final List<ManagerSeat> seats;
        private final List<Candidate> staff;
        private final Candidate head;
        private final List<Holding> held = new ArrayList<>();

        Sharing(SeatedBook book, List<Candidate> staff) {
            this.seats = book.solution().managerSeats();
            this.staff = staff;
            this.head = staff.get(staff.size() - 1);
            staff.forEach(one -> held.add(Holding.NOTHING));
        }

        long least() {
            return least(0, 0);
        }

        private long least(int next, long pairs) {
            if (next == seats.size()) {
                long sum = pairs;
                for (int i = 0; i < staff.size(); i++) {
                    sum += staff.get(i).priceFor(held.get(i));
                }
                return sum;
            }
            ManagerSeat seat = seats.get(next);
            @Nullable Candidate planned = seat.manager();
            long least = planned == null ? least(next + 1, pairs) : Long.MAX_VALUE;
            for (int i = 0; i < staff.size(); i++) {
                Candidate one = staff.get(i);
                if ((planned != null || one == head) && one.hasRoom(held.get(i), seat)) {
                    Holding before = held.get(i);
                    held.set(i, before.with(seat, one));
                    least = Math.min(least, least(next + 1, pairs + seat.priceFor(one)));
                    held.set(i, before);
                }
            }
            return least;
        }
    }
}
