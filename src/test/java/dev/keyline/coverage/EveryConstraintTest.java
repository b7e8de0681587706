package dev.keyline.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.terms.Tier;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** Every constraint once broken, with its cost, and once kept, in scenes that differ in as little as possible. */
class EveryConstraintTest {
    private static final Place VIENNA = new Place("AT", "Vienna", "Europe/Vienna");
    private static final Place ZURICH = new Place("CH", "Zurich", null);

    record Case(String constraint, Scene broken, HardMediumSoftLongScore cost, Scene kept) {
        @Override
        public String toString() {
            return constraint;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(hard(), sponsorsHard(), medium(), soft()).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_broken_constraint_costs(Case tried) {
        assertThat(tried.broken().costOf(tried.constraint())).isEqualTo(tried.cost());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_kept_constraint_costs_nothing(Case tried) {
        assertThat(tried.kept().costOf(tried.constraint())).isEqualTo(HardMediumSoftLongScore.ZERO);
    }

    @Test
    void the_constraints_tried_here_are_the_constraints_there_are() {
        assertThat(cases().map(Case::constraint)).containsExactlyElementsOf(Scene.constraints());
    }

    @Test
    void another_city_of_the_country_costs_half_of_another_country() {
        Scene graz = seatedIn(VIENNA).held(worth(100_000).in(new Place("AT", "Graz", null)), "ann");

        assertThat(graz.costOf("travel")).isEqualTo(money(1000));
    }

    @Test
    void the_load_given_for_a_pair_stands_in_for_the_points_of_the_account() {
        Scene pair = ann().held(AnAccount.called("a").points("200"), "ann").paired("ann", null, null, "110");

        assertThat(pair.costOf("points-capacity")).isEqualTo(HardMediumSoftLongScore.ZERO);
        assertThat(pair.costOf("balance-of-load")).isEqualTo(money(110_000));
    }

    @Test
    void every_weight_that_a_plan_may_set_is_a_soft_constraint() {
        assertThat(soft().stream().map(Case::constraint))
                .containsExactlyInAnyOrderElementsOf(
                        Defaults.shipped().weights().keySet());
    }

    private static List<Case> hard() {
        return List.of(
                new Case(
                        "points-capacity",
                        ann().held(AnAccount.called("a").points("110.5"), "ann"),
                        HardMediumSoftLongScore.ofHard(500),
                        ann().held(AnAccount.called("a").points("110"), "ann")),
                new Case("tier-1-limit", tier1Accounts(13), HardMediumSoftLongScore.ofHard(1), tier1Accounts(12)),
                new Case(
                        "revenue-limit",
                        ann().held(AnAccount.called("a").revenue(new BigDecimal(4_000_001)), "ann"),
                        HardMediumSoftLongScore.ofHard(1),
                        ann().held(AnAccount.called("a").revenue(new BigDecimal(4_000_000)), "ann")),
                new Case(
                        "manager-in-service",
                        new Scene()
                                .with(APerson.manager("ann").leavingOn(Books.AS_OF))
                                .held(AnAccount.called("a"), "ann"),
                        HardMediumSoftLongScore.ofHard(1),
                        new Scene()
                                .with(APerson.manager("ann").leavingOn(Books.AS_OF.plusDays(1)))
                                .held(AnAccount.called("a"), "ann")),
                new Case(
                        "region",
                        covering("south").held(AnAccount.called("a").region("north"), "ann"),
                        HardMediumSoftLongScore.ofHard(1),
                        covering("north").held(AnAccount.called("a").region("north"), "ann")),
                new Case(
                        "language",
                        ann().held(AnAccount.called("a").language("fi"), "ann"),
                        HardMediumSoftLongScore.ofHard(1),
                        new Scene()
                                .with(APerson.manager("ann").speaking(List.of("fi")))
                                .held(AnAccount.called("a").language("fi"), "ann")),
                new Case(
                        "clearance",
                        ann().held(AnAccount.called("a").clearance("secret"), "ann"),
                        HardMediumSoftLongScore.ofHard(1),
                        new Scene()
                                .with(APerson.manager("ann").cleared("restricted", "secret"))
                                .held(AnAccount.called("a").clearance("secret"), "ann")),
                new Case(
                        "skill",
                        new Scene()
                                .with(APerson.manager("ann").skilledIn("analytics"))
                                .held(AnAccount.called("a").needing("analytics", "archive"), "ann"),
                        HardMediumSoftLongScore.ofHard(1),
                        new Scene()
                                .with(APerson.manager("ann").skilledIn("archive", "analytics"))
                                .held(AnAccount.called("a").needing("analytics", "archive"), "ann")),
                new Case(
                        "manager-kept",
                        annAndBob().held(AnAccount.called("a"), "bob").keptFor("ann"),
                        HardMediumSoftLongScore.ofHard(1),
                        annAndBob().held(AnAccount.called("a"), "ann").keptFor("ann")));
    }

    private static List<Case> sponsorsHard() {
        return List.of(
                new Case(
                        "sponsor-in-service",
                        new Scene()
                                .with(APerson.executive("eve", 5).startingOn(Books.AS_OF.plusDays(1)))
                                .held(sponsored("a"), null)
                                .sponsored("eve"),
                        HardMediumSoftLongScore.ofHard(1),
                        new Scene()
                                .with(APerson.executive("eve", 5).startingOn(Books.AS_OF))
                                .held(sponsored("a"), null)
                                .sponsored("eve")),
                new Case(
                        "sponsor-level",
                        eve(3).held(AnAccount.called("a").sponsorNeeded(5), null)
                                .sponsored("eve"),
                        HardMediumSoftLongScore.ofHard(1),
                        eve(4).held(AnAccount.called("a").sponsorNeeded(5), null)
                                .sponsored("eve")),
                new Case(
                        "sponsor-limit",
                        eve(6).held(sponsored("a"), null)
                                .sponsored("eve")
                                .held(sponsored("b"), null)
                                .sponsored("eve"),
                        HardMediumSoftLongScore.ofHard(1),
                        eve(5).held(sponsored("a"), null)
                                .sponsored("eve")
                                .held(sponsored("b"), null)
                                .sponsored("eve")),
                new Case(
                        "sponsor-not-line-manager",
                        eve(5).with(APerson.manager("ann").reportingTo("eve"))
                                .held(sponsored("a"), "ann")
                                .sponsored("eve"),
                        HardMediumSoftLongScore.ofHard(1),
                        eve(5).with(APerson.manager("ann").reportingTo("max"))
                                .held(sponsored("a"), "ann")
                                .sponsored("eve")),
                new Case(
                        "sponsor-of-competitors",
                        eve(5).held(sponsored("a").industry("steel"), null)
                                .sponsored("eve")
                                .held(sponsored("b").industry("steel"), null)
                                .sponsored("eve"),
                        HardMediumSoftLongScore.ofHard(1),
                        eve(5).held(sponsored("a").industry("steel").competingWith(), null)
                                .sponsored("eve")
                                .held(sponsored("b").industry("steel"), null)
                                .sponsored("eve")),
                new Case(
                        "sponsor-kept",
                        eve(5).with(APerson.executive("max", 5))
                                .held(sponsored("a"), null)
                                .sponsored("eve")
                                .sponsorKeptFor("max"),
                        HardMediumSoftLongScore.ofHard(1),
                        eve(5).held(sponsored("a"), null).sponsored("eve").sponsorKeptFor("eve")));
    }

    private static List<Case> medium() {
        return List.of(
                new Case(
                        "uncovered",
                        ann().held(AnAccount.called("a").tier(Tier.TIER_1), null),
                        HardMediumSoftLongScore.ofMedium(40_000),
                        ann().held(AnAccount.called("a").tier(Tier.TIER_1), "ann")),
                new Case(
                        "sponsor-missing",
                        eve(5).held(sponsored("a"), null),
                        HardMediumSoftLongScore.ofMedium(10_000),
                        eve(5).held(sponsored("a"), null).sponsored("eve")));
    }

    private static List<Case> soft() {
        return List.of(
                new Case(
                        "busiest",
                        ann().held(AnAccount.called("a").points("12"), "ann").fairShare("ann", 10_000),
                        money(2000),
                        ann().held(AnAccount.called("a").points("10"), "ann").fairShare("ann", 10_000)),
                // 60² / 100 = 36 points against none
                new Case(
                        "balance-of-load",
                        new Scene()
                                .with(APerson.manager("ann").capacity("100"))
                                .held(AnAccount.called("a").points("60"), "ann"),
                        money(36_000),
                        ann().held(AnAccount.called("a").points("60"), null)),
                // 60,000² over a fair part of 30,000, against nothing known
                new Case(
                        "balance-of-revenue",
                        ann().held(worth(60_000), "ann").fairRevenue("ann", 30_000),
                        money(120_000),
                        ann().held(AnAccount.called("a"), "ann").fairRevenue("ann", 30_000)),
                new Case("tier-1-spread", tier1Accounts(3), money(3000), tier1Accounts(1)),
                new Case(
                        "continuity",
                        annAndBob().held(worth(100_000).heldBy("ann"), "bob"),
                        money(15_000),
                        annAndBob().held(worth(100_000).heldBy("ann"), "ann")),
                new Case(
                        "industry-match",
                        ann().held(worth(100_000).industry("steel"), "ann"),
                        money(1000),
                        new Scene()
                                .with(APerson.manager("ann").knowing("steel"))
                                .held(worth(100_000).industry("steel"), "ann")),
                new Case(
                        "travel",
                        seatedIn(VIENNA).held(worth(100_000).in(ZURICH), "ann"),
                        money(2000),
                        seatedIn(VIENNA).held(worth(100_000).in(VIENNA), "ann")),
                new Case(
                        "time-zone",
                        seatedIn(VIENNA).held(worth(100_000).in(new Place(null, null, "America/New_York")), "ann"),
                        money(2000), // six hours apart, two of them free
                        seatedIn(VIENNA).held(worth(100_000).in(new Place(null, null, "Europe/London")), "ann")),
                new Case(
                        "relationship-history",
                        annAndBob().held(worth(100_000).knownTo("bob"), "ann"),
                        money(2000),
                        annAndBob().held(worth(100_000).knownTo("bob"), "bob")),
                new Case(
                        "growth-match",
                        new Scene()
                                .with(APerson.manager("ann").growing(false))
                                .held(worth(100_000).toGrow(), "ann"),
                        money(2000),
                        new Scene()
                                .with(APerson.manager("ann").growing(true))
                                .held(worth(100_000).toGrow(), "ann")),
                new Case(
                        "pair-fit",
                        ann().held(worth(100_000), "ann").paired("ann", 40, null, null),
                        money(6000),
                        ann().held(worth(100_000), "ann").paired("ann", 100, null, null)),
                new Case(
                        "pair-cost",
                        ann().held(worth(100_000), "ann").paired("ann", null, "1200", null),
                        money(1200),
                        annAndBob().held(worth(100_000), "ann").paired("bob", null, "1200", null)),
                new Case(
                        "sponsor-continuity",
                        eve(5).with(APerson.executive("max", 5))
                                .held(worth(100_000).sponsorNeeded(5).sponsoredBy("max"), null)
                                .sponsored("eve"),
                        money(5000),
                        eve(5).held(worth(100_000).sponsorNeeded(5).sponsoredBy("eve"), null)
                                .sponsored("eve")),
                new Case(
                        "sponsor-affinity",
                        eve(5).held(
                                        sponsored("a")
                                                .revenue(new BigDecimal(100_000))
                                                .industry("steel")
                                                .language("sv"),
                                        null)
                                .sponsored("eve"),
                        money(1000),
                        new Scene()
                                .with(APerson.executive("eve", 5)
                                        .knowing("steel")
                                        .speaking(List.of("sv")))
                                .held(
                                        sponsored("a")
                                                .revenue(new BigDecimal(100_000))
                                                .industry("steel")
                                                .language("sv"),
                                        null)
                                .sponsored("eve")),
                new Case("sponsor-spread", sponsoring(3), money(1000), sponsoring(2)));
    }

    /** In the reporting currency; a soft point is a hundredth. */
    private static HardMediumSoftLongScore money(long amount) {
        return HardMediumSoftLongScore.ofSoft(amount * 100);
    }

    private static AnAccount worth(long revenue) {
        return AnAccount.called("a").revenue(BigDecimal.valueOf(revenue));
    }

    private static AnAccount sponsored(String id) {
        return AnAccount.called(id).tier(Tier.TIER_1).sponsorNeeded(5);
    }

    private static Scene ann() {
        return new Scene().with(APerson.manager("ann"));
    }

    private static Scene seatedIn(Place place) {
        return new Scene().with(APerson.manager("ann").in(place));
    }

    private static Scene annAndBob() {
        return ann().with(APerson.manager("bob"));
    }

    private static Scene covering(String region) {
        return new Scene().with(APerson.manager("ann").covering(List.of(region)));
    }

    private static Scene eve(int level) {
        return new Scene().with(APerson.executive("eve", level));
    }

    private static Scene tier1Accounts(int number) {
        Scene scene = new Scene().with(APerson.manager("ann").capacity("1000"));
        IntStream.range(0, number)
                .forEach(i -> scene.held(AnAccount.called("a" + i).tier(Tier.TIER_1), "ann"));
        return scene;
    }

    private static Scene sponsoring(int number) {
        Scene scene = eve(5);
        IntStream.range(0, number)
                .forEach(i -> scene.held(sponsored("a" + i), null).sponsored("eve"));
        return scene;
    }
}
