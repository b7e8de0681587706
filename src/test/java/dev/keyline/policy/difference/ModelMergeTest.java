package dev.keyline.policy.difference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two people who changed one model. */
class ModelMergeTest {
    private static final String BASE = model("a decision", row("low", "< 5", "1") + row("high", ">= 5", "2"));

    @Test
    void keep_both_changes_of_different_rows_and_cells() {
        ModelMerge merge = ModelMerge.ofModels(
                BASE,
                model("a decision", row("low", "< 5", "10") + row("high", ">= 5", "2")),
                model("a decision", row("low", "< 5", "1") + row("high", ">= 6", "2") + row("top", "> 9", "3")));

        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.text()).contains("<text>10</text>", "<text>&gt;= 6</text>", "id=\"top\"");
    }

    @Test
    void see_the_cell_that_each_changed_otherwise_and_nothing_is_overwritten() {
        ModelMerge merge = ModelMerge.ofModels(
                BASE,
                model("a decision", row("low", "< 5", "10") + row("high", ">= 5", "2")),
                model("a decision", row("low", "< 5", "11") + row("high", ">= 5", "2")));

        assertThat(merge.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.table()).isEqualTo("table");
            assertThat(conflict.place())
                    .extracting(RowMerge.Conflict::row, RowMerge.Conflict::base, RowMerge.Conflict::mine)
                    .containsExactly("low", "1", "10");
            assertThat(conflict.place().theirs()).isEqualTo("11");
        });
        assertThat(merge.text()).contains("<text>10</text>");
    }

    @Test
    void take_what_is_no_row_from_the_one_who_changed_it() {
        String mine = model("a decision", row("low", "< 5", "10") + row("high", ">= 5", "2"));
        String theirs = BASE.replace("a decision", "another word");

        ModelMerge merge = ModelMerge.ofModels(BASE, mine, theirs);

        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.text()).contains("another word", "<text>10</text>");
    }

    @Test
    void are_told_when_both_changed_something_else_than_rows() {
        ModelMerge merge =
                ModelMerge.ofModels(BASE, BASE.replace("a decision", "mine"), BASE.replace("a decision", "theirs"));

        assertThat(merge.conflicts())
                .singleElement()
                .satisfies(conflict ->
                        assertThat(conflict.place().words()).contains("both changed something else than rows"));
        assertThat(merge.text()).contains("mine");
    }

    @Test
    void are_told_when_one_removed_the_table_whose_rows_the_other_changed() {
        String without = BASE.replaceAll("(?s)<decisionTable.*</decisionTable>", "<literalExpression/>");
        String changed = model("a decision", row("low", "< 5", "10") + row("high", ">= 5", "2"));

        assertThat(ModelMerge.ofModels(BASE, without, changed).conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.place().cell()).isEqualTo("table"));
        assertThat(ModelMerge.ofModels(BASE, changed, without).conflicts()).hasSize(1);
    }

    @Test
    void of_a_text_without_tables_are_told_when_both_changed_it() {
        assertThat(ModelMerge.ofTexts("a", "b", "a").text()).isEqualTo("b");
        assertThat(ModelMerge.ofTexts("a", "a", "c")).isEqualTo(new ModelMerge("c", java.util.List.of()));
        assertThat(ModelMerge.ofTexts("a", "b", "c").conflicts()).hasSize(1);
    }

    @Test
    void read_what_changed_in_words() {
        String after = model("a decision", row("low", "< 5", "10") + row("top", "> 9", "3"));

        assertThat(ModelDifference.ofModels(BASE, after).words())
                .anySatisfy(word -> assertThat(word).contains("row low").contains("10"))
                .anySatisfy(word -> assertThat(word).contains("row top is new"))
                .anySatisfy(word -> assertThat(word).contains("row high is removed"));
        assertThat(ModelDifference.ofModels(BASE, BASE).words()).isEmpty();
        assertThat(ModelDifference.ofModels(BASE, BASE.replace("a decision", "b"))
                        .words())
                .containsExactly("something else than rows has changed");
        assertThat(ModelDifference.ofTexts("a", "b").words()).hasSize(1);
    }

    private static String model(String description, String rows) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="m">
                  <decision id="d" name="m">
                    <description>%s</description>
                    <decisionTable id="table" hitPolicy="UNIQUE">
                      <input id="in" label="score"><inputExpression id="ie"><text>score</text></inputExpression></input>
                      <output id="out" label="points"/>%s
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(description, rows);
    }

    private static String row(String id, String condition, String conclusion) {
        return """

                      <rule id="%1$s">
                        <inputEntry id="%1$s-in-1"><text>%2$s</text></inputEntry>
                        <outputEntry id="%1$s-out-1"><text>%3$s</text></outputEntry>
                      </rule>""".formatted(id, condition.replace("<", "&lt;").replace(">", "&gt;"), conclusion);
    }
}
