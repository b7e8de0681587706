package dev.keyline.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import dev.keyline.terms.Points;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller knows of single accounts with single managers. */
class PairingsTest {
    @Test
    void a_table_says_what_its_cells_hold() {
        assertThat(PairingsCsv.read("/csv", """
                        person,account,load,fit,cost
                        ann,acme,2.5,80,
                        bob,acme,,,1200.50
                        """).pairings())
                .containsExactly(
                        new Pairing("acme", "ann", 80, null, Points.of("2.5")),
                        new Pairing("acme", "bob", null, new BigDecimal("1200.50"), null));
    }

    @Test
    void a_bad_row_is_named_by_its_line() {
        assertThatThrownBy(() -> PairingsCsv.read("/csv", """
                        account,person,fit,cost,load
                        acme,ann,much,1e9,-1
                        acme,,1,,
                        """))
                .isInstanceOfSatisfying(
                        BadInputException.class,
                        refused -> assertThat(refused.errors())
                                .containsExactly(
                                        new InputError("/csv", "line 2, fit: must be a whole number, not much"),
                                        new InputError("/csv", "line 2, cost: must be a number, not 1e9"),
                                        new InputError("/csv", "line 2, load: must be points from 0, not -1"),
                                        new InputError("/csv", "line 3: must name an account and a person")));
    }

    @Test
    void a_column_nobody_knows_is_named() {
        assertThatThrownBy(() -> PairingsCsv.read("/csv", "account,person,luck\na,b,c\n"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("line 1: must name the columns");
    }

    @ParameterizedTest
    @CsvSource({
        "none, ann,   50, /pairings/1/account, there is no account none in this plan",
        "acme, zoe,   50, /pairings/1/person,  there is nobody called zoe in this plan",
        "acme, eve,   50, /pairings/1/person,  eve is no account manager",
        "acme, ann,  101, /pairings/1/fit,     'must be from 0 to 100, not 101'",
        "acme, bob,   50, /pairings/1,         'the same pair stands in the list already, in row 0'",
    })
    void a_pair_that_cannot_be_is_named(String account, String person, int fit, String pointer, String message) {
        PlanInput input =
                with(new Pairing("acme", "bob", 50, null, null), new Pairing(account, person, fit, null, null));

        assertThat(InputCheck.errors(input)).containsExactly(new InputError(pointer, message));
    }

    @Test
    void a_cost_below_zero_and_a_load_beyond_all_are_named() {
        assertThat(InputCheck.errors(with(new Pairing("acme", "ann", null, new BigDecimal(-1), Points.of("10001")))))
                .extracting(InputError::pointer)
                .containsExactly("/pairings/0/cost", "/pairings/0/load");
    }

    @Test
    void the_load_of_a_pair_decides_who_has_room() {
        SolvedPlan plan = Solving.solve(with(
                new Pairing("acme", "ann", null, null, Points.of("111")),
                new Pairing("acme", "bob", null, null, Points.of("100"))));

        assertThat(plan.assignments().get(0).accountManager()).isEqualTo(new PersonRef("bob", "bob"));
        assertThat(plan.loads()).extracting(load -> load.load().toString()).contains("100");
    }

    private static PlanInput with(Pairing... pairings) {
        PlanInput input = Books.input(
                List.of(AnAccount.called("acme").points("5").build()),
                List.of(
                        APerson.manager("ann").build(),
                        APerson.manager("bob").build(),
                        APerson.executive("eve", 5).build()));
        return new PlanInput(
                input.asOf(),
                input.demand(),
                input.people(),
                List.of(),
                List.of(),
                List.of(),
                List.of(pairings),
                input.limits(),
                input.weights(),
                1,
                input.timeLimit(),
                100L);
    }
}
