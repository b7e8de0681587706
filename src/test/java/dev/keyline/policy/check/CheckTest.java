package dev.keyline.policy.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.keyline.engine.table.DmnDocument;
import dev.keyline.policy.check.Finding.Kind;
import dev.keyline.policy.check.Finding.Severity;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A table of scores and regions, drafted with one fault at a time. */
class CheckTest {
    private static final String HIGH = "tier-strategic|>= 80|-|\"Tier 1\"|why";
    private static final String MIDDLE = "tier-growth|[60..80)|-|\"Tier 2\"|why";
    private static final String LOW = "tier-scaled|< 60|\"north\"|\"Tier 3\"|why";
    private static final String LOW_ELSEWHERE = "tier-none|< 60|not(\"north\")|\"none\"|why";

    private static DmnDocument model(String policy, String... rows) {
        StringBuilder rules = new StringBuilder();
        for (String row : rows) {
            String[] cells = row.split("\\|", -1);
            rules.append("<rule").append(cells[0].isEmpty() ? ">" : " id='" + cells[0] + "'>");
            IntStream.range(1, 3).forEach(i -> rules.append("<inputEntry>" + text(cells[i]) + "</inputEntry>"));
            rules.append("<outputEntry>" + text(cells[3]) + "</outputEntry>");
            rules.append("<annotationEntry>" + text(cells[4]) + "</annotationEntry></rule>");
        }
        return DmnDocument.read("draft.dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="urn:m">
                  <inputData id="score" name="score"><variable name="score" typeRef="number"/></inputData>
                  <inputData id="region" name="region"><variable name="region" typeRef="string"/></inputData>
                  <decision id="tier" name="account tier"><variable name="account tier"/>
                    <decisionTable id="tiers" hitPolicy="%s">
                      <input><inputExpression typeRef="number"><text>score</text></inputExpression>
                        <inputValues><text>[0..100]</text></inputValues></input>
                      <input><inputExpression typeRef="string"><text>region</text></inputExpression>
                        <inputValues><text>"north", "south"</text></inputValues></input>
                      <output typeRef="string"><outputValues>
                        <text>"Tier 1", "Tier 2", "Tier 3", "none"</text></outputValues></output>
                      <annotation name="why"/>%s
                    </decisionTable></decision>
                </definitions>
                """.formatted(policy, rules));
    }

    private static String text(String cell) {
        return "<text>" + cell.replace("<", "&lt;") + "</text>";
    }

    private static List<Finding> check(String policy, String... rows) {
        return Check.of(Check.Subject.of(model(policy, rows)));
    }

    private static Finding only(Kind kind, List<Finding> findings) {
        List<Finding> those =
                findings.stream().filter(finding -> finding.kind() == kind).toList();
        assertThat(those).as("findings of the kind %s among %s", kind, findings).hasSize(1);
        return those.get(0);
    }

    @Test
    void a_table_as_it_should_be_has_no_findings() {
        assertThat(check("UNIQUE", HIGH, MIDDLE, LOW, LOW_ELSEWHERE)).isEmpty();
    }

    @Test
    void a_gap_is_said_in_words_with_a_case_that_shows_it() {
        Finding gap = only(Kind.GAP, check("UNIQUE", HIGH, MIDDLE.replace("[60", "[61"), LOW, LOW_ELSEWHERE));

        assertThat(gap.severity()).isEqualTo(Severity.WARNING);
        assertThat(gap.message()).isEqualTo("cases with score from 60 to below 61 match no row");
        assertThat(gap.witness()).contains(entry("score", new BigDecimal("60")));
    }

    @Test
    void a_gap_in_one_region_only_names_both_columns() {
        assertThat(only(Kind.GAP, check("UNIQUE", HIGH, MIDDLE, LOW)).message())
                .isEqualTo("cases with score from 0 to below 60, region \"south\" match no row");
    }

    @Test
    void rows_of_a_unique_table_that_match_together_are_an_error() {
        Finding overlap = only(Kind.OVERLAP, check("UNIQUE", HIGH, MIDDLE.replace("80)", "80]"), LOW, LOW_ELSEWHERE));

        assertThat(overlap.severity()).isEqualTo(Severity.ERROR);
        assertThat(overlap.message()).isEqualTo("rows tier-strategic and tier-growth both match score 80");
    }

    @Test
    void rows_of_an_any_table_may_meet_when_they_agree() {
        assertThat(check("ANY", HIGH, "tier-two|[60..80]|-|\"Tier 1\"|why", LOW, LOW_ELSEWHERE))
                .noneMatch(finding -> finding.kind() == Kind.OVERLAP);
        assertThat(only(Kind.OVERLAP, check("ANY", HIGH, "tier-two|[60..80]|-|\"Tier 2\"|why", LOW, LOW_ELSEWHERE))
                        .message())
                .isEqualTo("rows tier-strategic and tier-two both match score 80 and answer differently");
    }

    @Test
    void a_row_that_another_takes_every_case_of_is_never_reached() {
        assertThat(only(
                                Kind.UNREACHABLE,
                                check("FIRST", "tier-strategic|>= 50|-|\"Tier 1\"|why", MIDDLE, LOW, LOW_ELSEWHERE))
                        .message())
                .isEqualTo("row tier-growth is never reached: tier-strategic takes every case");
    }

    @Test
    void a_row_that_several_take_together_is_never_reached() {
        assertThat(only(
                                Kind.UNREACHABLE,
                                check("FIRST", HIGH, LOW, LOW_ELSEWHERE, MIDDLE, "tier-last|>= 50|-|\"none\"|why"))
                        .message())
                .isEqualTo("row tier-last is never reached: tier-strategic and tier-scaled and tier-none and "
                        + "tier-growth together take every case");
    }

    @Test
    void a_row_whose_output_has_less_priority_is_taken_by_a_later_one() {
        List<Finding> findings = check("PRIORITY", "tier-a|>= 50|-|\"none\"|why", "tier-b|-|-|\"Tier 1\"|why");

        assertThat(only(Kind.UNREACHABLE, findings).message())
                .isEqualTo("row tier-a is never reached: tier-b takes every case");
        assertThat(only(Kind.MISLEADING, check("PRIORITY", "tier-a|>= 50|-|\"none\"|w", "tier-b|> 70|-|\"Tier 1\"|w"))
                        .message())
                .startsWith("row tier-a stands above tier-b, which answers where both match");
    }

    @Test
    void a_row_that_no_allowed_value_satisfies_is_never_reached() {
        assertThat(only(
                                Kind.UNREACHABLE,
                                check("UNIQUE", HIGH, MIDDLE, LOW, LOW_ELSEWHERE, "tier-x|> 100|-|\"none\"|w"))
                        .message())
                .isEqualTo("row tier-x is never reached: no value of score satisfies it");
    }

    @Test
    void a_first_table_whose_rows_never_meet_is_in_truth_unique() {
        assertThat(only(Kind.HIT_POLICY, check("FIRST", HIGH, MIDDLE, LOW, LOW_ELSEWHERE))
                        .severity())
                .isEqualTo(Severity.HINT);
    }

    @Test
    void rows_that_could_be_one_are_a_hint() {
        assertThat(only(
                                Kind.CONTRACTIBLE,
                                check("UNIQUE", HIGH, MIDDLE, "tier-a|< 60|\"north\"|\"none\"|w", LOW_ELSEWHERE))
                        .message())
                .isEqualTo("rows tier-a, tier-none answer the same and differ in region only: they can be one row");
    }

    @Test
    void what_does_not_parse_is_an_error_with_its_place() {
        Finding fault =
                only(Kind.SYNTAX, check("UNIQUE", HIGH.replace(">= 80", ">= = 80"), MIDDLE, LOW, LOW_ELSEWHERE));

        assertThat(fault.severity()).isEqualTo(Severity.ERROR);
        assertThat(fault.row()).isEqualTo("tier-strategic");
        assertThat(fault.column()).isEqualTo("score");
        assertThat(fault.at()).isEqualTo(4);
    }

    @Test
    void outputs_of_another_type_or_not_allowed_are_errors() {
        assertThat(only(Kind.TYPE, check("UNIQUE", HIGH.replace("\"Tier 1\"", "1"), MIDDLE, LOW, LOW_ELSEWHERE))
                        .message())
                .isEqualTo("row tier-strategic answers 1, but account tier is a text");
        assertThat(only(Kind.OUTPUT, check("UNIQUE", HIGH.replace("Tier 1", "Tier 0"), MIDDLE, LOW, LOW_ELSEWHERE))
                        .message())
                .isEqualTo("row tier-strategic answers \"Tier 0\", which account tier does not allow");
    }

    @Test
    void a_comparison_with_another_type_and_with_null_never_holds() {
        assertThat(only(Kind.TYPE, check("UNIQUE", "tier-a|\"80\"|-|\"Tier 1\"|why"))
                        .message())
                .isEqualTo("row tier-a compares score, a number, with a text: that never holds");
        assertThat(only(Kind.TYPE, check("UNIQUE", "tier-a|= null|-|\"Tier 1\"|why"))
                        .message())
                .isEqualTo("row tier-a: \"= null\" never holds, write null");
    }

    @Test
    void a_column_that_no_row_asks_for_can_go() {
        assertThat(only(Kind.UNUSED, check("UNIQUE", HIGH, "tier-rest|< 80|-|\"none\"|why"))
                        .message())
                .isEqualTo("no row asks for region: the column can go");
    }

    @Test
    void opaque_rows_are_said_not_to_be_checked() {
        assertThat(check("UNIQUE", "tier-a|> count(region)|-|\"Tier 1\"|why", "tier-b|<= count(region)|-|\"none\"|why"))
                .anySatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.NOT_CHECKED);
                    assertThat(finding.message()).startsWith("1 pairs of rows are told apart by expressions only");
                })
                .anySatisfy(finding -> assertThat(finding.message()).endsWith("may match no row"))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
    }

    @Test
    void missing_generated_and_doubled_ids_come_with_a_readable_proposal() {
        List<Finding> findings = check(
                "UNIQUE",
                HIGH.replace("tier-strategic", ""),
                MIDDLE.replace("tier-growth", "_8DA1B9E4-2C1F-4B7A-9C53-0F4E5D6A7B8C"),
                LOW,
                LOW_ELSEWHERE.replace("tier-none", "tier-scaled"));

        assertThat(findings)
                .filteredOn(finding -> finding.kind() == Kind.ROW_ID)
                .extracting(Finding::proposal)
                .containsExactlyInAnyOrder("account-tier-tier-1", "account-tier-tier-2", "account-tier-none");
    }

    @Test
    void a_row_without_an_annotation_is_named() {
        assertThat(only(Kind.ANNOTATION, check("UNIQUE", HIGH.replace("why", " "), MIDDLE, LOW, LOW_ELSEWHERE))
                        .row())
                .isEqualTo("tier-strategic");
    }

    private static List<Finding> against(DmnDocument inForce, DmnDocument draft) {
        return Check.of(new Check.Subject(
                draft,
                List.of(),
                inForce,
                Set.of("score", "tier of old"),
                Map.of("crm", Set.of("score")),
                List.of("bad")));
    }

    @Test
    void an_id_that_changed_or_stands_for_another_row_is_named() {
        DmnDocument inForce = model("UNIQUE", HIGH, MIDDLE, LOW, LOW_ELSEWHERE);

        assertThat(only(
                                Kind.ROW_ID,
                                against(
                                        inForce,
                                        model("UNIQUE", HIGH.replace("strategic", "top"), MIDDLE, LOW, LOW_ELSEWHERE)))
                        .message())
                .isEqualTo("row tier-strategic is now called tier-top: cases and decisions know it by its id");
        assertThat(only(
                                Kind.ROW_ID,
                                against(
                                        inForce,
                                        model("UNIQUE", HIGH, MIDDLE, LOW, "tier-none|null|null|\"Tier 3\"|why")))
                        .message())
                .isEqualTo("the id tier-none is that of another row in force");
    }

    @Test
    void names_that_others_need_and_facts_that_callers_do_not_send_are_named() {
        DmnDocument draft = model("UNIQUE", HIGH, MIDDLE, LOW, LOW_ELSEWHERE);
        DmnDocument inForce = DmnDocument.read(
                "old.dmn",
                draft.text().replace("name=\"region\"", "name=\"area\"").replace("id=\"region\"", "id=\"area\""));
        List<Finding> findings = against(inForce, draft);

        assertThat(only(Kind.NAME, findings).message())
                .isEqualTo("other policies or rules need tier of old, which is no longer there");
        assertThat(only(Kind.NEW_FACT, findings).message()).isEqualTo("the fact region is new, and is not sent by crm");
        assertThat(only(Kind.COMPILATION, findings).message()).isEqualTo("bad");
        assertThat(findings.stream().map(Finding::severity)).isSorted();
    }

    @Test
    void a_table_with_a_written_reason_is_not_asked_about_its_cases() {
        String[] gap = {HIGH, MIDDLE};
        DmnDocument accepted = DmnDocument.read(
                "draft.dmn",
                model("UNIQUE", gap)
                        .text()
                        .replace(
                                "hitPolicy=\"UNIQUE\"",
                                "hitPolicy=\"UNIQUE\" xmlns:k=\"https://keyline.dev/ns\" k:accepted=\"Known.\""));

        assertThat(Arrays.asList(gap)).hasSize(2);
        assertThat(Check.of(Check.Subject.of(accepted))).noneMatch(finding -> finding.kind() == Kind.GAP);
    }
}
