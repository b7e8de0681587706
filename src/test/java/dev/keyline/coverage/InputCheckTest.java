package dev.keyline.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.http.InputError;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that no solve begins with, and the place that is named. */
class InputCheckTest {
    record Case(String pointer, PlanInput input) {
        @Override
        public String toString() {
            return pointer;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(inLists(), inPins(), inLimits()).flatMap(List::stream);
    }

    private static List<Case> inLists() {
        return List.of(
                new Case("/demand", Books.input(List.of(), people())),
                new Case("/people", Books.input(demand(), List.of())),
                new Case(
                        "/demand/1/id",
                        Books.input(List.of(account("a").build(), account("a").build()), people())),
                new Case("/demand/0/id", Books.input(List.of(account(" ").build()), people())),
                new Case(
                        "/demand/0/annualRevenue",
                        Books.input(
                                List.of(account("a").revenue(new BigDecimal(-1)).build()), people())),
                new Case(
                        "/demand/0/counterpartLevel",
                        Books.input(List.of(account("a").sponsorNeeded(7).build()), people())),
                new Case(
                        "/people/1/id",
                        Books.input(
                                demand(),
                                List.of(manager("ann").build(), manager("ann").build()))),
                new Case(
                        "/people/0/maxSponsored",
                        Books.input(
                                demand(),
                                List.of(manager("ann").sponsoringAtMost(-1).build()))),
                new Case(
                        "/people/0/capacity",
                        Books.input(
                                demand(),
                                List.of(manager("ann").capacity("10001").build()))),
                new Case(
                        "/people/0/leavesOn",
                        Books.input(
                                demand(),
                                List.of(manager("ann")
                                        .startingOn(Books.AS_OF)
                                        .leavingOn(Books.AS_OF)
                                        .build()))),
                new Case(
                        "/people/0/leave/0/to",
                        Books.input(
                                demand(),
                                List.of(manager("ann")
                                        .away(Books.AS_OF, Books.AS_OF.minusDays(1))
                                        .build()))));
    }

    private static List<Case> inPins() {
        Pin pin = new Pin("a", Seat.ACCOUNT_MANAGER, "ann");
        return List.of(
                new Case("/pins/0/account", Books.input(demand(), people(), new Pin("z", Seat.ACCOUNT_MANAGER, "ann"))),
                new Case("/pins/0/person", Books.input(demand(), people(), new Pin("a", Seat.ACCOUNT_MANAGER, "zoe"))),
                new Case("/pins/0/person", Books.input(demand(), people(), new Pin("a", Seat.ACCOUNT_MANAGER, "eve"))),
                new Case(
                        "/pins/1/person",
                        Books.input(demand(), people(), pin, new Pin("a", Seat.ACCOUNT_MANAGER, "bob"))),
                new Case(
                        "/pins/0/person",
                        Books.input(List.of(account("a").region("north").build()), people(), pin)),
                new Case(
                        "/pins/0/person", Books.input(demand(), people(), new Pin("a", Seat.EXECUTIVE_SPONSOR, "eve"))),
                new Case(
                        "/pins/1/person",
                        Books.input(
                                List.of(account("a").sponsorNeeded(5).build()),
                                people(),
                                pin,
                                new Pin("a", Seat.EXECUTIVE_SPONSOR, "eve"))),
                new Case(
                        "/pins/1/person",
                        Books.input(
                                List.of(
                                        account("a")
                                                .sponsorNeeded(5)
                                                .competingWith("b")
                                                .build(),
                                        account("b").sponsorNeeded(5).build()),
                                people(),
                                new Pin("a", Seat.EXECUTIVE_SPONSOR, "eve"),
                                new Pin("b", Seat.EXECUTIVE_SPONSOR, "eve"))));
    }

    private static List<Case> inLimits() {
        PlanInput good = Books.input(demand(), people());
        return List.of(
                new Case("/timeLimit", Books.running(good, 1, Duration.ZERO, null)),
                new Case("/timeLimit", Books.running(good, 1, Duration.ofMinutes(11), null)),
                new Case("/scoreLimit", Books.running(good, 1, Duration.ofSeconds(1), 0L)),
                new Case("/asOf", with(good, LocalDate.MIN, good.limits(), Map.of(), List.of())),
                new Case("/approvedMoves/0", with(good, good.asOf(), good.limits(), Map.of(), List.of("z"))),
                new Case("/weights/speed", with(good, good.asOf(), good.limits(), Map.of("speed", 1), List.of())),
                new Case(
                        "/weights/busiest", with(good, good.asOf(), good.limits(), Map.of("busiest", 1001), List.of())),
                new Case("/limits/rampPercent/1", with(good, good.asOf(), ramp(List.of(0, 101)), Map.of(), List.of())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_is_wrong_is_named(Case wrong) {
        assertThat(InputCheck.errors(wrong.input()))
                .extracting(InputError::pointer)
                .containsExactly(wrong.pointer());
    }

    @Test
    void a_sound_input_has_no_errors() {
        assertThat(InputCheck.errors(Books.input(demand(), people(), new Pin("a", Seat.ACCOUNT_MANAGER, "ann"))))
                .isEmpty();
    }

    @Test
    void a_contradiction_is_told_in_words() {
        assertThat(InputCheck.errors(inPins().get(3).input()))
                .extracting(InputError::message)
                .containsExactly("a is pinned to ann already");
    }

    private static PlanInput with(
            PlanInput input, LocalDate asOf, Limits limits, Map<String, Integer> weights, List<String> approved) {
        return new PlanInput(
                asOf,
                input.demand(),
                input.people(),
                input.pins(),
                input.standingPins(),
                approved,
                input.pairings(),
                limits,
                Defaults.shipped().weightsWith(weights),
                input.seed(),
                input.timeLimit(),
                input.scoreLimit());
    }

    private static Limits ramp(List<Integer> percent) {
        Limits shipped = Defaults.shipped().limits();
        return new Limits(
                shipped.tier1Accounts(),
                shipped.annualRevenue(),
                percent,
                shipped.sponsoredTarget(),
                shipped.sponsoredAccounts(),
                shipped.sponsoredByChiefExecutive(),
                shipped.sponsorLevelsBelow(),
                shipped.frozenDays(),
                shipped.moveCostPercent(),
                shipped.newHirePercent(),
                shipped.industryMatchPercent(),
                shipped.busiestTolerancePercent());
    }

    private static List<AccountDemand> demand() {
        return List.of(account("a").build());
    }

    private static AnAccount account(String id) {
        return AnAccount.called(id);
    }

    private static APerson manager(String id) {
        return APerson.manager(id).covering(List.of("south"));
    }

    private static List<Person> people() {
        return List.of(
                manager("ann").reportingTo("eve").build(),
                manager("bob").build(),
                APerson.executive("eve", 5).build());
    }
}
