package dev.keyline.policy.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.engine.table.DecisionTable;
import dev.keyline.engine.table.DmnDocument;
import dev.keyline.engine.table.GeneratedTable;
import dev.keyline.engine.table.ModelTypes;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two versions of a table, compared by what they answer. */
class MeaningDifferenceTest {
    @Test
    void of_a_thousand_pairs_made_by_chance_none_is_called_equal_or_different_falsely() {
        Random random = new Random(4);
        int equal = 0;
        for (int i = 0; i < 1_000; i++) {
            GeneratedTable before = GeneratedTable.of(random);
            GeneratedTable after = before.changed(random);
            List<List<Object>> expected = before.differences(after);

            MeaningDifference.Table found = MeaningDifference.between(before.meant(), after.meant(), null);

            assertThat(found.exact()).isTrue();
            assertThat(found.regions().stream()
                            .mapToLong(MeaningDifference.Region::cases)
                            .sum())
                    .as("cases in which these differ:%n%s%n%s", before.model(), after.model())
                    .isEqualTo(expected.size());
            found.regions().forEach(region -> {
                List<Object> witness = before.values(region.witness());
                assertThat(before.answer(witness)).isNotEqualTo(after.answer(witness));
                assertThat(region.before()).startsWith(before.answer(witness));
                assertThat(region.after()).startsWith(after.answer(witness));
            });
            equal += expected.isEmpty() ? 1 : 0;
        }
        assertThat(equal).isBetween(300, 700);
    }

    private static String model(String rows) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="urn:m">
                  <inputData id="score" name="score"><variable name="score" typeRef="number"/></inputData>
                  <inputData id="limit" name="limit"><variable name="limit" typeRef="number"/></inputData>
                  <decision id="tier" name="tier"><variable name="tier"/>
                    <decisionTable id="tiers" hitPolicy="UNIQUE">
                      <input><inputExpression typeRef="number"><text>score</text></inputExpression>
                        <inputValues><text>[0..100]</text></inputValues></input>
                      <output/>%s
                    </decisionTable></decision>
                  <decision id="doubled" name="doubled"><variable name="doubled"/>
                    <literalExpression><text>score * 2</text></literalExpression></decision>
                </definitions>
                """.formatted(rows);
    }

    private static String row(String id, String cell, String output) {
        return "<rule id='%s'><inputEntry><text>%s</text></inputEntry><outputEntry><text>%s</text></outputEntry></rule>"
                .formatted(id, cell.replace("<", "&lt;"), output.replace("<", "&lt;"));
    }

    private static MeaningDifference between(String before, String after) {
        return MeaningDifference.between(DmnDocument.read("before.dmn", before), DmnDocument.read("after.dmn", after));
    }

    @Test
    void a_boundary_that_moved_is_one_region_in_words_with_a_witness() {
        MeaningDifference difference = between(
                model(row("a", ">= 80", "1") + row("b", "< 80", "2")),
                model(row("a", ">= 85", "1.0") + row("b", "< 85", "2")));

        assertThat(difference.tables()).singleElement().satisfies(table -> {
            assertThat(table.exact()).isTrue();
            assertThat(table.words()).isEqualTo("tier: score from 80 to below 85: was 1, is 2");
            assertThat(table.regions().get(0).witness()).containsOnlyKeys("score");
        });
        assertThat(difference.others()).isEmpty();
    }

    @Test
    void rows_split_otherwise_with_the_same_answers_are_no_difference() {
        MeaningDifference difference = between(
                model(row("a", ">= 80", "1") + row("b", "< 80", "2")),
                model(row("b", "[0..40]", "2") + row("c", "(40..80)", "2") + row("a", "[80..100]", "1.0")));

        assertThat(difference.tables()).singleElement().satisfies(table -> {
            assertThat(table.exact()).isTrue();
            assertThat(table.words()).isEqualTo("tier: both versions answer every input alike");
        });
    }

    @Test
    void the_same_opaque_cell_in_both_is_one_unknown() {
        String both = row("b", "<= limit", "2");
        MeaningDifference same =
                between(model(row("a", "> limit", "1") + both), model(row("x", ">  limit", "1") + both));
        MeaningDifference other =
                between(model(row("a", "> limit", "1") + both), model(row("a", "> limit", "3") + both));

        assertThat(same.tables().get(0).regions()).isEmpty();
        assertThat(same.tables().get(0).exact()).isFalse();
        assertThat(other.tables().get(0).regions())
                .anySatisfy(region ->
                        assertThat(region.words()).isEqualTo("score [> limit] holds, score [<= limit] does not hold"));
    }

    @Test
    void uncertain_regions_are_kept_only_where_evaluation_meets_them() {
        DmnDocument before = DmnDocument.read("before.dmn", model(row("a", "< 50", "limit + limit")));
        DmnDocument after = DmnDocument.read("after.dmn", model(row("a", "< 50", "2 * limit")));
        ModelTypes types = ModelTypes.of(before);
        DecisionTable old = DecisionTable.of(before.tables().get(0), types);
        DecisionTable young = DecisionTable.of(after.tables().get(0), types);

        MeaningDifference.Table blind = MeaningDifference.between(old, young, null);
        MeaningDifference.Table searched = MeaningDifference.between(
                old, young, new MeaningDifference.Evaluators(inputs -> "same", inputs -> "same"));

        assertThat(blind.regions())
                .singleElement()
                .satisfies(region -> assertThat(region.certain()).isFalse());
        assertThat(searched.regions()).isEmpty();
        assertThat(searched.words()).isEqualTo("tier: no input was found that the versions answer differently");
    }

    @Test
    void logic_outside_of_tables_is_named_and_not_called_equal() {
        String before = model(row("a", "-", "1"));

        assertThat(between(before, before.replace("score * 2", "score * 3")).others())
                .containsExactly("the expression of doubled changed: searched, not exact");
        assertThat(between(before, before.replace("name=\"doubled\"", "name=\"twice\""))
                        .others())
                .containsExactly("twice is new", "doubled is gone");
    }
}
