package dev.keyline.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.engine.table.DecisionTable;
import dev.keyline.engine.table.GeneratedTable;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Cases made for tables made by chance. */
class McdcTest {
    @Test
    void every_case_is_answered_as_it_says_and_every_neighbour_otherwise_than_a_case_of_its_row() {
        Random random = new Random(11);
        int neighbours = 0;
        for (int i = 0; i < 300; i++) {
            GeneratedTable generated = GeneratedTable.of(random);

            Mcdc made = Mcdc.cases(generated.meant(), Set.of());

            for (Mcdc.Case each : made.cases()) {
                List<Object> values = generated.values(each.inputs());
                assertThat(each.answer()).startsWith(generated.answer(values));
                if (each.column() != null) {
                    neighbours++;
                    assertThat(made.cases())
                            .as("a case that differs in %s only", each.column())
                            .anyMatch(selecting -> selecting.row().equals(each.row())
                                    && selecting.column() == null
                                    && !selecting.answer().equals(each.answer())
                                    && differingInputs(selecting, each).equals(Set.of(each.column())));
                }
            }
        }
        assertThat(neighbours).isGreaterThan(300);
    }

    private static Set<String> differingInputs(Mcdc.Case one, Mcdc.Case other) {
        return one.inputs().keySet().stream()
                .filter(key ->
                        !Objects.equals(one.inputs().get(key), other.inputs().get(key)))
                .collect(Collectors.toSet());
    }

    @Test
    void every_row_has_a_case_or_is_said_to_have_none() {
        Random random = new Random(12);
        for (int i = 0; i < 100; i++) {
            DecisionTable table = GeneratedTable.of(random).meant();

            Mcdc made = Mcdc.cases(table, Set.of());

            Set<String> told = made.cases().stream().map(Mcdc.Case::row).collect(Collectors.toSet());
            made.undecided().stream()
                    .filter(undecided -> undecided.column() == null)
                    .forEach(undecided -> told.add(undecided.row()));
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(
                            table.rules().stream().map(DecisionTable.Rule::id).collect(Collectors.toSet()));
        }
    }

    @Test
    void rows_that_are_covered_get_no_cases() {
        DecisionTable table = GeneratedTable.of(new Random(3)).meant();
        Set<String> all = table.rules().stream().map(DecisionTable.Rule::id).collect(Collectors.toSet());

        assertThat(Mcdc.cases(table, all).cases()).isEmpty();
    }
}
