package dev.keyline.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.coverage.Option.AlsoMoves;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who could have an account of a small plan, and what that would take. */
class RankingTest {
    private final List<AccountDemand> accounts = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final Map<String, Holders> holders = new HashMap<>();
    private @Nullable SeatedBook book;

    @Test
    void who_costs_the_plan_least_comes_first() {
        people.add(APerson.manager("ann").build());
        people.add(APerson.manager("bob").build());
        people.add(APerson.manager("cid").knowing("steel").build());
        held(worth("acme", 100_000).industry("steel").heldBy("ann"), "ann");

        List<Option> options = options("acme");

        assertThat(options).extracting(option -> option.manager().id()).containsExactly("cid", "bob");
        // the move at 80 %, less the hundredth that ann's ignorance of steel costs
        assertThat(options.get(0).shares())
                .containsExactly(Share.of("continuity", 1_200_000), Share.of("industry-match", -100_000));
        assertThat(options.get(0).points()).isEqualTo(1_100_000);
    }

    @Test
    void without_room_the_account_that_makes_room_for_the_least_is_named() {
        people.add(APerson.manager("ann").build());
        people.add(APerson.manager("bob").capacity("20").build());
        people.add(APerson.manager("cid")
                .covering(List.of("south"))
                .knowing("steel")
                .build());
        held(worth("acme", 1_000).points("10"), "ann");
        held(worth("dear", 1_000).points("9").heldBy("bob").region("south"), "bob");
        held(worth("cheap", 1_000).points("9").heldBy("bob").region("south").industry("steel"), "bob");

        Option bob = ranking().option(seat("acme"), person("bob"));

        assertThat(bob.obstacle()).isNull();
        assertThat(bob.alsoMoves()).extracting(AlsoMoves::account).containsExactly("cheap");
        assertThat(bob.load()).hasToString("19");
    }

    @Test
    void who_must_not_have_it_is_refused_with_the_reason() {
        people.add(APerson.manager("ann").build());
        people.add(APerson.manager("bob").covering(List.of("south")).build());
        people.add(APerson.manager("cid").reportingTo("eve").build());
        people.add(APerson.executive("eve", 5).build());
        held(worth("acme", 1_000).region("north").sponsorNeeded(5), "ann");
        holders.put("acme", new Holders("ann", "eve"));

        assertThat(ranking().option(seat("acme"), person("bob")).obstacle())
                .isEqualTo("bob does not cover the region north");
        assertThat(ranking().option(seat("acme"), person("cid")).obstacle())
                .isEqualTo("eve, the account's sponsor, is the line manager of cid");
        assertThat(ranking().able(seat("acme"))).isEmpty();
    }

    @Test
    void an_account_kept_where_it_is_makes_no_room() {
        people.add(APerson.manager("ann").build());
        people.add(APerson.manager("bob").capacity("20").build());
        held(worth("acme", 1_000).points("10"), "ann");
        held(worth("kept", 1_000).points("15").heldBy("bob").inNegotiation(), "bob");

        Option bob = ranking().option(seat("acme"), person("bob"));

        assertThat(bob.obstacle()).isEqualTo("bob 15 of 20 points");
        assertThat(bob.alsoMoves()).isEmpty();
    }

    @Test
    void one_more_head_takes_what_is_uncovered_and_what_pays() {
        people.add(
                APerson.manager("ann").capacity("30").covering(List.of("south")).build());
        held(worth("north", 50_000).points("20").region("north"), null);
        held(worth("south1", 50_000).points("15").region("south"), "ann");
        held(worth("south2", 50_000).points("15").region("south"), "ann");

        List<OneMore> all = NewHead.of(book());

        assertThat(all).extracting(OneMore::region).containsExactly("north", "south");
        assertThat(all.get(0).covered()).isEqualTo(1);
        assertThat(all.get(0).mediumPoints()).isEqualTo(20_000);
        assertThat(all.get(1).moved()).isPositive();
        assertThat(all.get(1).points()).isPositive();
    }

    @Test
    void whom_it_takes_for_what_is_open_is_said_in_words_and_numbers() {
        people.add(APerson.manager("ann").covering(List.of("south")).build());
        held(worth("a", 1_000).points("70").region("north").language("sv").sponsorNeeded(5), null);
        held(worth("b", 1_000).points("50").region("north").language("sv"), null);

        List<StaffMissing> missing = MissingStaff.of(book());

        assertThat(missing)
                .extracting(StaffMissing::sentence)
                .containsExactly(
                        "2 more account managers, each of whom covers the region north and speaks sv, would look after"
                                + " 2 accounts that nobody looks after now, 120 points a month.",
                        "1 more executive of level 4 or above would sponsor 1 account that nobody sponsors now.");
        assertThat(missing.get(0).people()).isEqualTo(2);
        assertThat(missing.get(0).points()).hasToString("120");
    }

    @Test
    void ramp_leave_and_renewals_stand_in_their_week() {
        people.add(APerson.manager("ann")
                .startingOn(Books.AS_OF.minusMonths(3).minusDays(20))
                .away(Books.AS_OF.plusDays(7), Books.AS_OF.plusDays(8))
                .build());
        held(worth("acme", 1_000).points("22").renewingOn(Books.AS_OF.plusDays(9)), "ann");
        held(worth("bolt", 1_000).points("11"), "ann");

        PersonLoad load = LoadByWeek.of(book(), person("ann"));

        assertThat(load.load()).hasToString("33");
        assertThat(load.accounts()).extracting(PersonLoad.Driver::account).containsExactly("acme", "bolt");
        assertThat(load.accounts().get(0).share()).isEqualByComparingTo("0.6667");
        assertThat(load.weeks()).hasSize(13);
        assertThat(load.weeks().get(0).because()).isEqualTo("ramp 75 %");
        assertThat(load.weeks().get(1).because()).isEqualTo("ramp 75 %, away 2 of 7 days");
        assertThat(load.weeks().get(1).renewals()).containsExactly("acme");
        assertThat(load.weeks().get(2).because()).isNull(); // the fifth month begins
        assertThat(load.weeks().get(2).utilisation()).isEqualByComparingTo("0.3");
    }

    private static AnAccount worth(String id, long revenue) {
        return AnAccount.called(id).revenue(BigDecimal.valueOf(revenue));
    }

    private void held(AnAccount account, @Nullable String by) {
        AccountDemand built = account.build();
        accounts.add(built);
        holders.put(built.id(), new Holders(by, null));
    }

    /** What was set up, made into a book when it is first asked for. */
    private SeatedBook book() {
        if (book == null) {
            book = new SeatedBook(Books.input(accounts, people), holders);
        }
        return book;
    }

    private Ranking ranking() {
        return new Ranking(book(), book().holdings(), null);
    }

    private List<Option> options(String account) {
        return ranking().options(seat(account), ranking().able(seat(account)), 10);
    }

    private ManagerSeat seat(String account) {
        return book().seat(account).orElseThrow();
    }

    private Candidate person(String id) {
        return book().person(id).orElseThrow();
    }
}
