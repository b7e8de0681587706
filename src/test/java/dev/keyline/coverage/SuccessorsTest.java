package dev.keyline.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.coverage.Succession.Successor;
import dev.keyline.coverage.Succession.Unable;
import dev.keyline.terms.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lea leaves on 1 June 2026. */
class SuccessorsTest {
    private static final LocalDate FROM = Books.AS_OF;
    private static final Person LEA =
            APerson.manager("Lea").leavingOn(LocalDate.of(2026, 7, 1)).build();

    private final List<Person> people = new ArrayList<>(List.of(LEA));
    private final List<AccountDemand> accounts = new ArrayList<>();

    @Test
    void who_knows_the_industry_comes_before_who_does_not() {
        people.add(APerson.manager("Ann").build());
        people.add(APerson.manager("Bob").knowing("Retail").build());
        accounts.add(
                acme().industry("Retail").revenue(BigDecimal.valueOf(100_000)).build());

        List<Successor> successors = succession("acme").successors();

        assertThat(successors).extracting(Successor::manager).containsExactly(ref("Bob"), ref("Ann"));
        // a move costs 15 % of revenue, 80 % of that where the industry is known; 1 % of revenue where it is not
        assertThat(successors).extracting(Successor::expectedLoss).containsExactly(12_000L, 16_000L);
        assertThat(successors).extracting(Successor::knowsIndustry).containsExactly(true, false);
    }

    @Test
    void who_has_less_to_do_comes_first_among_equals() {
        people.add(APerson.manager("Ann").build());
        people.add(APerson.manager("Bob").build());
        accounts.add(acme().points("10").build());
        accounts.add(AnAccount.called("held").points("60").heldBy("Ann").build());

        assertThat(succession("acme").successors())
                .extracting(Successor::manager, successor -> successor.load().toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ref("Bob"), "10"),
                        org.assertj.core.groups.Tuple.tuple(ref("Ann"), "70"));
    }

    @Test
    void why_others_cannot_is_said_and_who_only_lacks_room_first() {
        people.add(APerson.manager("Far").covering(List.of("South")).build());
        people.add(APerson.manager("Mute").speaking(List.of("fr")).build());
        people.add(APerson.manager("New")
                .speaking(List.of("en"))
                .startingOn(LocalDate.of(2026, 8, 1))
                .build());
        people.add(APerson.manager("Busy").speaking(List.of("en")).build());
        people.add(APerson.manager("Rich").speaking(List.of("en")).build());
        people.add(APerson.manager("Crowded").speaking(List.of("en")).build());
        accounts.add(acme().tier(Tier.TIER_1)
                .points("10")
                .region("North")
                .language("en")
                .revenue(BigDecimal.valueOf(500_000))
                .build());
        accounts.add(AnAccount.called("much").points("105").heldBy("Busy").build());
        accounts.add(AnAccount.called("worth")
                .revenue(BigDecimal.valueOf(3_900_000))
                .heldBy("Rich")
                .build());
        for (int i = 0; i < 12; i++) {
            accounts.add(AnAccount.called("top" + i)
                    .tier(Tier.TIER_1)
                    .points("1")
                    .heldBy("Crowded")
                    .build());
        }

        Succession succession = succession("acme");

        assertThat(succession.proposed()).isNull();
        assertThat(succession.able()).isZero();
        assertThat(succession.others())
                .extracting(Unable::reason)
                .containsExactly(
                        "no room: Busy 105 of 110 points",
                        "no room: Rich 3,900,000 of 4,000,000 revenue a year",
                        "no room: Crowded 12 of 12 Tier 1 accounts",
                        "Far does not cover the region North",
                        "Mute does not speak en",
                        "New starts on 2026-08-01");
    }

    @Test
    void nobody_is_proposed_for_more_than_fits() {
        people.add(APerson.manager("Ann").knowing("Retail").build());
        people.add(APerson.manager("Bob").build());
        for (int i = 0; i < 11; i++) {
            accounts.add(AnAccount.called("top" + i)
                    .tier(Tier.TIER_1)
                    .points("0.1")
                    .heldBy("Ann")
                    .build());
        }
        // so much work for so little makes a point cheap, and knowing the industry decides
        accounts.add(AnAccount.called("nobodys")
                .points("5000")
                .revenue(BigDecimal.ONE)
                .build());
        accounts.add(acme().tier(Tier.TIER_1)
                .points("10")
                .revenue(BigDecimal.valueOf(100_000))
                .industry("Retail")
                .build());
        accounts.add(AnAccount.called("bolt")
                .tier(Tier.TIER_1)
                .points("9")
                .revenue(BigDecimal.valueOf(90_000))
                .industry("Retail")
                .heldBy("Lea")
                .build());

        assertThat(succession("acme").successors().get(0).manager()).isEqualTo(ref("Ann"));
        assertThat(succession("bolt").successors().get(0).manager()).isEqualTo(ref("Ann"));
        assertThat(succession("acme").proposed()).isEqualTo(ref("Ann"));
        assertThat(succession("bolt").proposed()).isEqualTo(ref("Bob"));
    }

    @Test
    void an_account_about_to_renew_is_marked() {
        people.add(APerson.manager("Ann").build());
        accounts.add(acme().renewingOn(LocalDate.of(2026, 6, 20)).build());
        accounts.add(AnAccount.called("bolt").heldBy("Lea").build());

        assertThat(succession("acme").caution())
                .isEqualTo("It should keep its manager because its renewal is on 2026-06-20, and cannot.");
        assertThat(succession("bolt").caution()).isNull();
    }

    @Test
    void who_is_in_the_ramp_has_little_room() {
        people.add(APerson.manager("New").startingOn(LocalDate.of(2026, 4, 15)).build());
        accounts.add(acme().points("10").build());

        Successor successor = succession("acme").successors().get(0);

        assertThat(successor.ramping()).isTrue();
        assertThat(successor.capacity()).hasToString("27.5"); // the second month: 25 %
    }

    @Test
    void only_the_accounts_of_who_leaves_are_asked_about() {
        people.add(APerson.manager("Ann").build());
        accounts.add(acme().build());
        accounts.add(AnAccount.called("other").heldBy("Ann").build());
        accounts.add(AnAccount.called("nobodys").build());

        assertThat(successions()).containsOnlyKeys("acme");
    }

    private static AnAccount acme() {
        return AnAccount.called("acme").heldBy("Lea");
    }

    private Succession succession(String account) {
        return successions().get(account);
    }

    private Map<String, Succession> successions() {
        return Successors.of(new Book(accounts, people, List.of()), "Lea", FROM);
    }

    private static PersonRef ref(String name) {
        return new PersonRef(name, name);
    }
}
