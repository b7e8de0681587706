package dev.keyline.policy.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.keyline.engine.table.TableText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two people change one table of scores and tiers. */
class RowMergeTest {
    private static final TableText BASE = table("a|[80..100]|1|why a", "b|[60..80)|2|why b", "c|< 60|3|why c");

    static TableText table(String... rows) {
        return new TableText(
                "tiers",
                "tier",
                "UNIQUE",
                null,
                List.of(new TableText.Input("in", null, "score", "number", null)),
                List.of(new TableText.Output("out", null, null, "number", null, null)),
                List.of("why"),
                Arrays.stream(rows).map(RowMergeTest::row).toList());
    }

    private static TableText.Row row(String text) {
        String[] parts = text.split("\\|", -1);
        return new TableText.Row(parts[0], List.of(parts[1]), List.of(parts[2]), List.of(parts[3]));
    }

    private static List<String> words(TableText before, TableText after) {
        return RowDifference.between(before, after).changes().stream()
                .map(RowDifference.Change::words)
                .toList();
    }

    @Test
    void a_table_does_not_differ_from_itself() {
        assertThat(RowDifference.between(BASE, BASE).isEmpty()).isTrue();
    }

    @Test
    void a_changed_a_new_and_a_removed_row_are_said_by_their_ids() {
        TableText after = table("a|[85..100]|1|why a", "d|[60..85)|2|why d", "c|< 60|3|why c");

        assertThat(words(BASE, after))
                .containsExactly(
                        "row a: score [80..100] is now [85..100]",
                        "row d is new: when score [60..85) answer tier 2",
                        "row b is removed: when score [60..80) answer tier 2");
    }

    @Test
    void only_the_row_that_moved_is_said_to_have_moved() {
        TableText after = table("c|< 60|3|why c", "a|[80..100]|1|why a", "b|[60..80)|2|why b");

        assertThat(words(BASE, after)).containsExactly("row c moved from place 3 to 1");
    }

    @Test
    void a_new_column_and_another_hit_policy_are_said_once_and_not_for_every_row() {
        TableText after = new TableText(
                "tiers",
                "tier",
                "FIRST",
                null,
                List.of(BASE.inputs().get(0), new TableText.Input(null, "Region", "region", "string", null)),
                BASE.outputs(),
                BASE.annotations(),
                BASE.rows().stream()
                        .map(row -> new TableText.Row(
                                row.id(),
                                Stream.concat(row.conditions().stream(), Stream.of("-"))
                                        .toList(),
                                row.conclusions(),
                                row.annotations()))
                        .toList());

        assertThat(words(BASE, after)).containsExactly("the hit policy UNIQUE is now FIRST", "column Region is new");
        assertThat(RowMerge.merge(BASE, table("a|[80..100]|9|why a", "b|[60..80)|2|why b", "c|< 60|3|why c"), after)
                        .merged()
                        .rows()
                        .get(0))
                .isEqualTo(new TableText.Row("a", List.of("[80..100]", "-"), List.of("9"), List.of("why a")));
    }

    @Test
    void a_renamed_expression_of_a_known_column_is_a_changed_column() {
        TableText after = new TableText(
                "tiers",
                "tier",
                "UNIQUE",
                null,
                List.of(new TableText.Input("in", null, "points", "number", null)),
                BASE.outputs(),
                BASE.annotations(),
                BASE.rows());

        assertThat(words(BASE, after))
                .containsExactly("column score: score of type number is now points of type number");
    }

    @Test
    void changes_of_different_cells_and_rows_are_put_together() {
        TableText mine = table("a|[85..100]|1|why a", "b|[60..85)|2|why b", "c|< 60|3|why c");
        TableText theirs = table("a|[80..100]|1|because", "b|[60..80)|2|why b", "n|null|0|new", "c|< 60|3|why c");

        RowMerge merge = RowMerge.merge(BASE, mine, theirs);

        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.merged())
                .isEqualTo(table("a|[85..100]|1|because", "b|[60..85)|2|why b", "n|null|0|new", "c|< 60|3|why c"));
    }

    @Test
    void a_cell_changed_by_both_is_a_conflict_and_mine_is_kept() {
        RowMerge merge = RowMerge.merge(
                BASE,
                table("a|[85..100]|1|why a", "b|[60..80)|2|why b", "c|< 60|3|why c"),
                table("a|[90..100]|1|why a", "b|[60..80)|2|why b", "c|< 60|3|why c"));

        assertThat(merge.conflicts())
                .containsExactly(new RowMerge.Conflict(
                        "a",
                        "score",
                        "[80..100]",
                        "[85..100]",
                        "[90..100]",
                        "row a: score is [85..100] of mine and [90..100] of theirs"));
        assertThat(merge.merged().rows().get(0).conditions()).containsExactly("[85..100]");
    }

    @Test
    void a_row_removed_by_one_goes_unless_the_other_changed_it() {
        TableText without = table("a|[80..100]|1|why a", "c|< 60|3|why c");
        TableText changed = table("a|[80..100]|1|why a", "b|[60..80)|4|why b", "c|< 60|3|why c");

        assertThat(RowMerge.merge(BASE, without, BASE).merged()).isEqualTo(without);
        assertThat(RowMerge.merge(BASE, BASE, without).merged()).isEqualTo(without);
        RowMerge contradiction = RowMerge.merge(BASE, without, changed);
        assertThat(contradiction.conflicts())
                .extracting(RowMerge.Conflict::row, RowMerge.Conflict::cell, RowMerge.Conflict::mine)
                .containsExactly(tuple("b", "row", null));
        assertThat(contradiction.merged()).isEqualTo(changed);
    }

    @Test
    void rows_moved_by_one_side_stay_moved_and_by_both_are_a_conflict() {
        TableText cab = table("c|< 60|3|why c", "a|[80..100]|1|why a", "b|[60..80)|2|why b");
        TableText bac = table("b|[60..80)|2|why b", "a|[80..100]|1|why a", "c|< 60|3|why c");

        assertThat(RowMerge.merge(BASE, BASE, cab)).isEqualTo(new RowMerge(cab, List.of()));
        assertThat(RowMerge.merge(BASE, cab, bac).conflicts())
                .extracting(RowMerge.Conflict::cell)
                .containsExactly("order");
    }

    @Test
    void rows_without_an_id_are_matched_by_what_they_say() {
        TableText before = table("tiers#1|1|1|x", "tiers#2|2|2|y");
        TableText after = table("tiers#1|0|0|w", "tiers#2|1|1|x", "tiers#3|2|2|y");

        assertThat(words(before, after)).containsExactly("row tiers#1 is new: when score 0 answer tier 0");
    }
}
