package dev.keyline.policycase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.keyline.engine.RowHit;
import dev.keyline.engine.Shipped;
import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told of cases that do not pass, and of those that are none. */
class CaseRunnerTest {
    private static final CaseRunner CARE = runner("engagement-model");

    @Test
    void a_case_that_holds_tells_the_answer_and_the_rows_that_made_it() {
        CaseResult result = CARE.run(one("""
                - case: a Tier 1 account
                  facts: {tier: Tier 1}
                  outcome: {qbrsPerYear: 4.0}
                  rules: [care-tier-1]
                  not: [care-tier-2]
                """));

        assertThat(result.passed()).isTrue();
        assertThat(result.faults()).isEmpty();
        assertThat(result.outcome()).asInstanceOf(MAP).containsKeys("qbrsPerYear", "sponsor");
        assertThat(result.rules()).extracting(RowHit::ruleId).contains("care-tier-1");
    }

    @Test
    void everything_that_differs_is_told_with_what_was_expected() {
        CaseResult result = CARE.run(one("""
                - case: wrong in every way
                  facts: {tier: Tier 1}
                  outcome: {qbrsPerYear: 5, sponsor: "true", nothing/of~that: 1, triggers: [1, 2]}
                  rules: [care-tier-2]
                  not: [care-tier-1]
                """));

        assertThat(result.passed()).isFalse();
        assertThat(result.faults())
                .extracting(CaseFault::at)
                .containsExactly(
                        "/outcome/qbrsPerYear",
                        "/outcome/sponsor",
                        "/outcome/nothing~1of~0that",
                        "/outcome/triggers",
                        "/rules/0",
                        "/not/0");
        assertThat(result.faults())
                .extracting(CaseFault::message)
                .contains("is 4, expected 5", "care-tier-2 does not decide", "care-tier-1 decides and must not");
    }

    @Test
    void a_case_that_is_wrong_in_itself_is_told_by_its_places_and_not_asked() {
        CaseResult result = CARE.run(one("""
                - case: unknown words
                  facts: {tier: 7, shoeSize: 44}
                  rules: [care-tier-1, tier-none]
                  not: [care-nothing]
                """));

        assertThat(result.faults())
                .extracting(CaseFault::at)
                .containsExactly("/facts/tier", "/facts/shoeSize", "/rules/1", "/not/0");
        assertThat(result.rules()).isEmpty();
    }

    @Test
    void what_cannot_be_taken_back_is_told() {
        CaseResult result = runner("early-warning").run(one("""
                - case: nothing there
                  facts: {signals: [{id: s1, kind: merger, occurredAt: "2025-12-16T10:00:00Z"}]}
                  withdrawn: {signals: [s2, 1], contacts: [c1]}
                """));

        assertThat(result.faults())
                .extracting(CaseFault::at)
                .containsExactlyInAnyOrder("/withdrawn/signals/0", "/withdrawn/signals/1", "/withdrawn/contacts/0");
    }

    @Test
    void coverage_names_the_rows_that_no_case_reaches_by_table() {
        var policy = Shipped.policies().stream()
                .filter(text -> text.id().equals("engagement-model"))
                .map(Shipped::compiled)
                .findFirst()
                .orElseThrow();
        CaseResult result = CARE.run(one("- {case: a Tier 1 account, facts: {tier: Tier 1}}"));

        TableCoverage care = TableCoverage.of(policy.rows(), List.of(result)).stream()
                .filter(table -> "care by tier".equals(table.table()))
                .findFirst()
                .orElseThrow();

        assertThat(care.covered()).containsExactly("care-tier-1");
        assertThat(care.uncovered()).contains("care-tier-2").doesNotContain("care-tier-1");
    }

    @Test
    void facts_that_cases_share_are_theirs_unless_they_take_them_away() {
        CaseSheet sheet = CaseSheet.read("sheet.yaml", """
                policy: account-tier
                given: {revenueScore: 1, growthScore: 2}
                cases:
                  - {case: own, facts: {revenueScore: 3}}
                  - {case: away, facts: {growthScore: ~}}
                """);

        assertThat(sheet.cases())
                .extracting(PolicyCase::facts)
                .isEqualTo(Arrays.asList(Map.of("revenueScore", 3, "growthScore", 2), Map.of("revenueScore", 1)));
        assertThat(sheet.cases()).extracting(PolicyCase::asOf).containsOnly(PolicyCase.DEFAULT_AS_OF);
    }

    @Test
    void what_is_no_sheet_is_told_with_its_line() {
        assertThatThrownBy(() -> CaseSheet.read("s.yaml", "policy: x\ncases: [\n  - a"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("s.yaml")
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> CaseSheet.read("s.yaml", "policy: x\ncases:\n  - case: a\n    fact: {}"))
                .hasMessageContaining("s.yaml#/cases/0/fact, line 4")
                .hasMessageContaining("fact");
        assertThatThrownBy(() -> CaseSheet.read("s.yaml", "policy: x\ncases: [{case: a, asOf: tomorrow}]"))
                .hasMessageContaining("s.yaml#/cases/0/asOf, line 2");
        assertThatThrownBy(() -> CaseSheet.read("s.yaml", "")).hasMessageContaining("s.yaml");
    }

    @Test
    void what_a_sheet_lacks_is_told_by_its_place() {
        assertThat(catchThrowableOfType(
                                BadInputException.class,
                                () -> CaseSheet.read("s.yaml", "cases: [{facts: {}}, ~, {case: a}]"))
                        .errors())
                .extracting(InputError::pointer)
                .containsExactly("s.yaml#/policy", "s.yaml#/cases/0/case", "s.yaml#/cases/1/case");
    }

    private static PolicyCase one(String yaml) {
        return CaseSheet.read("test.yaml", "policy: test\ncases:\n" + yaml)
                .cases()
                .get(0);
    }

    private static CaseRunner runner(String policy) {
        return Shipped.policies().stream()
                .filter(text -> text.id().equals(policy))
                .map(text -> new CaseRunner(Shipped.compiled(text), Shipped.CATALOGUE, ZoneOffset.UTC))
                .findFirst()
                .orElseThrow();
    }
}
