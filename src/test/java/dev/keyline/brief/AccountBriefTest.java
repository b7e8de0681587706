package dev.keyline.brief;

import static dev.keyline.accountplan.KnownAccount.WHOLE;
import static dev.keyline.accountplan.KnownAccount.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.keyline.accountplan.HeldOutcomes;
import dev.keyline.accountplan.KnownAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountBriefTest {
    private static final String BRIEF = "/accounts/acme/brief";

    @Inject
    Jdbi jdbi;

    private HeldOutcomes outcomes;

    @BeforeEach
    void an_account_of_which_much_is_known() {
        KnownAccount.make(jdbi);
        KnownAccount.plan(WHOLE);
        outcomes = new HeldOutcomes(jdbi);
        Instant beforeTheReview = Instant.parse("2026-07-01T03:00:00Z");
        outcomes.hold("acme", "account-tier", "{\"tier\": \"Tier 2\", \"score\": 71}", beforeTheReview, "tier-old");
        outcomes.hold("acme", "early-warning", "{\"warnings\": [{\"sign\": \"usage-falling\"}]}", beforeTheReview);
        outcomes.hold("acme", "account-tier", """
                {"tier": "Tier 1", "score": 83.5, "reason": "Scores 80 points or more", "basis": "score"}
                """, "tier-strategic");
        outcomes.hold("acme", "account-health", """
                {"band": "at risk", "score": 42, "drivers": [
                  {"part": "usage", "score": 20, "pointsLost": 28, "evidence": "1,204 of 4,000 seats in use"}]}
                """, "health-at-risk");
        outcomes.hold("acme", "lifecycle-stage", "{\"stage\": \"renew\", \"contract\": \"running\"}", "stage-renew");
        outcomes.hold("acme", "engagement-model", """
                {"points": 13, "sponsor": true, "qbrsPerYear": 4, "touchEveryDays": 14}
                """, "care-tier-1");
        outcomes.hold("acme", "early-warning", """
                {"warnings": [
                  {"sign": "champion-change", "level": "red", "evidence": "The champion left on 2 November"},
                  {"sign": "single-threaded", "level": "yellow", "evidence": "Only one contact is engaged"}]}
                """, "warning-champion-change", "warning-single-threaded");
        outcomes.hold("acme", "escalation", """
                {"escalations": [{"path": "technical", "cause": "usage-falling", "severity": "high",
                                  "level": "account-manager", "reason": "Usage fell three weeks running"}]}
                """, "escalation-usage-falling");
        outcomes.hold("acme", "contingency", """
                {"playbooks": [{"playbook": "champion-left", "cause": "champion-change", "severity": "high",
                                "reason": "The champion has left", "steps": ["Call the sponsor", "Map the successors"]}]}
                """, "playbook-champion-left");
        outcomes.hold("acme", "renewal", """
                {"window": "plan", "status": "at-risk", "steps": [
                  {"step": "renewal-plan", "cause": "window-90", "severity": "medium", "dueOn": "2026-12-24",
                   "reason": "Ninety days are left to agree on a plan"}]}
                """, "renewal-window-90");
        outcomes.hold("acme", "expansion-trigger", """
                {"triggers": [{"kind": "upsell", "cause": "seats", "productId": "suite", "reason": "96 % of the seats are in use",
                  "evidence": "960 of 1,000 for two readings", "timing": "2026-12-01", "held": "health is below 50"}]}
                """, "trigger-seats");
        outcomes.hold("acme", "business-review", """
                {"due": true, "dueOn": "2026-12-10", "agenda": [
                  {"part": "risks-raised", "item": "The champion left", "why": "An open risk"}]}
                """, "review-due");
        outcomes.hold("acme", "account-team", """
                {"roles": [{"role": "support", "why": "an escalation on the technical path"}]}
                """, "team-support");
        outcomes.hold("acme", "carbon-goals", "{\"goal\": \"net zero\", \"byYear\": 2030}", "carbon-stated");
    }

    @Test
    void it_tells_who_the_customer_is_and_who_looks_after_it() {
        JsonPath brief = brief();
        assertThat(brief.getString("who.name")).isEqualTo("Acme");
        assertThat(brief.getString("who.group")).isEqualTo("Acme worldwide");
        assertThat(brief.getString("who.accountManager.name")).isEqualTo("Mia Manager");
        assertThat(brief.getString("who.executiveSponsor.name")).isEqualTo("Sol Sponsor");
        assertThat(brief.getString("who.referenceStanding")).isEqualTo("private");
        assertThat(brief.getList("team.topic")).containsExactly("support");
    }

    @Test
    void it_tells_where_the_account_stands_in_words_that_a_customer_meeting_can_use() {
        as("auditor")
                .get(BRIEF)
                .then()
                .statusCode(200)
                .body("standing.topic", contains("tier", "health", "lifecycle stage", "engagement model"))
                .body("standing[0].text", equalTo("Tier 1, 83.5 points: Scores 80 points or more."))
                .body(
                        "standing[1].text",
                        equalTo("At risk, 42 points. What costs most: usage (1,204 of 4,000 seats in use)."))
                .body("standing[1].tone", equalTo("bad"))
                .body("warnings.topic", contains("champion change", "single threaded"))
                .body("warnings.tone", contains("bad", "watch"))
                .body("escalations[0].text", equalTo("High on the technical path: Usage fell three weeks running."))
                .body("playbooks[0].text", containsString("Steps: Call the sponsor, Map the successors."))
                .body("renewal.statements[1].text", containsString("Due 24 December 2026."))
                .body("opportunities[0].text", containsString("Held back: health is below 50."))
                .body("nextReview.statements[0].text", equalTo("A business review is due, by 10 December 2026."))
                .body("nextReview.lastHeldOn", equalTo("2026-07-10"))
                .body("nextReview.agenda[0].topic", equalTo("risks raised"));
    }

    @Test
    void every_statement_names_the_decision_the_policy_its_version_and_the_row() {
        JsonPath brief = brief();
        List<Map<String, Object>> statements = new ArrayList<>();
        for (String list : List.of(
                "standing",
                "warnings",
                "escalations",
                "playbooks",
                "renewal.statements",
                "opportunities",
                "nextReview.statements",
                "nextReview.agenda",
                "team",
                "furtherFindings",
                "changes.items")) {
            assertThat(brief.<Map<String, Object>>getList(list)).as(list).isNotEmpty();
            statements.addAll(brief.getList(list));
        }
        assertThat(statements).allSatisfy(statement -> {
            @SuppressWarnings("unchecked")
            Map<String, Object> grounds = (Map<String, Object>) statement.get("grounds");
            as("auditor").get("/decisions/" + grounds.get("decisionId")).then().statusCode(200);
            assertThat(grounds.get("version")).isEqualTo(1);
            assertThat((List<?>) grounds.get("rules")).isNotEmpty();
        });
        assertThat(brief.getList("warnings[0].grounds.rules.ruleId"))
                .as("the rule that found this warning, not that one's neighbour")
                .containsExactly("warning-champion-change");
        assertThat(brief.getString("warnings[0].grounds.rules[0].annotation")).isEqualTo("Why warning-champion-change");
    }

    @Test
    void a_policy_that_an_analyst_added_is_told_without_anybody_writing_words_for_it() {
        as("auditor")
                .get(BRIEF)
                .then()
                .body("furtherFindings.topic", contains("carbon goals"))
                .body("furtherFindings[0].text", equalTo("Goal net zero, by year 2,030."));
    }

    @Test
    void it_tells_what_changed_since_the_last_business_review() {
        as("auditor")
                .get(BRIEF)
                .then()
                .body("changes.since", equalTo("the business review of 10 July 2026"))
                .body("changes.items.topic", containsInAnyOrder("account tier", "early warning"))
                .body(
                        "changes.items.text",
                        hasItems(
                                "Tier was Tier 2 and is Tier 1. Score was 71 and is 83.5.",
                                "New: champion change, single threaded. Gone: usage falling."));
    }

    @Test
    void open_cases_show_their_clocks_and_overrides_their_authors() {
        UUID decision = outcomes.hold("acme", "case-opening", "{\"cases\": []}", "case-technical");
        jdbi.useHandle(handle -> {
            handle.execute("""
                    insert into account_case (id, account_id, kind, path, cause, severity, found_severity, state, title,
                      reason, terms, decision_id, owner_id, opened_at, clock, rung)
                    values (?, 'acme', 'escalation', 'technical', 'usage-falling', 'high', 'high', 'open', 'Usage is falling',
                        'Three weeks running', '{}', ?, 'm', '2026-11-20T09:00Z', '{"dueAt": "2026-11-20T11:00:00Z"}', 2),
                      (?, 'acme', 'warning', 'relationship', 'gone', 'low', 'low', 'closed', 'Over',
                        'Over', '{}', ?, null, '2026-11-20T09:00Z', null, 0)
                    """, UUID.randomUUID(), decision, UUID.randomUUID(), decision);
            handle.execute(
                    """
                    insert into account_override (id, account_id, kind, value, reason, author, set_at, expires_on, withdrawn_at)
                    values (?, 'acme', 'tier', 'Tier 1', 'The board decided', 'vera', now(), ?, null),
                           (?, 'acme', 'health', 'healthy', 'Expired', 'vera', now(), '2020-01-01', null),
                           (?, 'acme', 'trigger-exclusion', 'all', 'Withdrawn', 'vera', now(), ?, now())
                    """,
                    UUID.randomUUID(),
                    LocalDate.of(2199, 1, 1),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    LocalDate.of(2199, 1, 1));
        });
        as("auditor")
                .get(BRIEF)
                .then()
                .body("cases", hasSize(1))
                .body("cases[0].owner", equalTo("Mia Manager"))
                .body("cases[0].dueAt", equalTo("2026-11-20T11:00:00Z"))
                .body("cases[0].grounds.policy", equalTo("case-opening"))
                .body("overrides", hasSize(1))
                .body("overrides[0].author", equalTo("vera"))
                .body("overrides[0].value", equalTo("Tier 1"));
        assertThat(markdown()).contains("rung 2 of the ladder", "The board decided");
    }

    @Test
    void it_carries_the_plan_its_people_and_what_waits_for_an_answer() {
        as("auditor")
                .get(BRIEF)
                .then()
                .body("planRevision", equalTo(1))
                .body("plan.value[0].statement", equalTo("200 hours of manual work less a quarter"))
                .body("stakeholders[0].name", equalTo("Cleo Fo"))
                .body("names.people.m", equalTo("Mia Manager"))
                .body("names.products.suite", equalTo("Suite"))
                .body("openProposals", equalTo(3));
    }

    @Test
    void renewal_and_value_come_from_the_contracts_that_run() {
        jdbi.useHandle(
                handle -> handle.execute(
                        "insert into contract (id, account_id, starts_on, ends_on, annual_value, currency)"
                                + " values ('c', 'acme', '2020-01-01', '2199-01-01', 250000, 'USD'); delete from account_facts"));
        as("auditor")
                .get(BRIEF)
                .then()
                .body("renewal.renewsOn", equalTo("2199-01-01"))
                .body("renewal.days", notNullValue())
                .body("renewal.currency", equalTo("USD"))
                .body("renewal.annualContractValue", equalTo(250000));
    }

    @Test
    void an_account_of_which_nothing_is_known_has_a_brief_too() throws IOException {
        as("auditor")
                .get("/accounts/other/brief")
                .then()
                .statusCode(200)
                .body("standing", hasSize(0))
                .body("changes.since", nullValue());
        byte[] pdf = as("auditor")
                .accept("application/pdf")
                .get("/accounts/other/brief")
                .asByteArray();
        assertThat(textOf(pdf)).contains("Other");
        as("auditor").get("/accounts/nobody/brief").then().statusCode(404);
        as("auditor")
                .accept("application/pdf")
                .get("/accounts/nobody/brief")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void as_markdown_each_statement_has_its_footnote() {
        String text = markdown();
        assertThat(text)
                .startsWith("# Acme\n")
                .contains("- **Champion change:** The champion left on 2 November.[^")
                .containsPattern(
                        "\\[\\^\\d+]: early-warning, version 1, decision [0-9a-f-]{36}: warning-champion-change \\(rules/early-warning.drl\\) Why")
                .contains("| Manual readings | business outcome | 900 hours a quarter | 100 hours a quarter |");
    }

    @Test
    void as_pdf_it_holds_the_same_statements_in_letters_of_any_of_our_customers() throws IOException {
        jdbi.useHandle(handle ->
                handle.execute("update account set name = 'Škoda & Łódź <b>Ωμέγα</b> Товар' where id = 'acme'"));
        byte[] pdf = as("auditor")
                .accept("application/pdf")
                .get(BRIEF)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Vary", containsString("Accept"))
                .extract()
                .asByteArray();
        Files.write(Path.of("target", "brief.pdf"), pdf);
        assertThat(textOf(pdf))
                .contains("Škoda & Łódź <b>Ωμέγα</b> Товар")
                .contains("The champion left on 2 November.")
                .contains("200 hours of manual work less a quarter")
                .contains("Held back: health is below 50.")
                .contains("tier-strategic")
                .contains("Page 1 of");
    }

    @Test
    void a_customer_named_in_markup_breaks_nothing() throws IOException {
        jdbi.useHandle(
                handle -> handle.execute(
                        "update account set name = '<b>&|*_# [x](javascript:1) ]]>' || chr(7), industry = '1. <script>' where id = 'acme'"));

        assertThat(markdown()).startsWith("# \\<b\\>\\&\\|\\*\\_# \\[x\\](javascript:1) \\]\\]\\>\n");
        byte[] pdf = as("auditor").accept("application/pdf").get(BRIEF).asByteArray();
        assertThat(textOf(pdf)).contains("<b>&|*_# [x](javascript:1) ]]>", "1. <script>");
        as("auditor").get(BRIEF).then().statusCode(200).body("who.industry", equalTo("1. <script>"));
    }

    private static JsonPath brief() {
        return as("auditor").get(BRIEF).jsonPath();
    }

    private static String markdown() {
        return as("auditor")
                .accept("text/markdown")
                .get(BRIEF)
                .then()
                .statusCode(200)
                .contentType("text/markdown;charset=UTF-8")
                .extract()
                .asString();
    }

    private static String textOf(byte[] pdf) throws IOException {
        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
