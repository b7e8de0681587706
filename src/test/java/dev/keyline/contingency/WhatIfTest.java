package dev.keyline.contingency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.keyline.job.Jobs;
import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ann holds Acme and Bolt in the North; Cat holds Far in the South. */
@QuarkusTest
class WhatIfTest {
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Inject
    Jdbi jdbi;

    @Inject
    Jobs jobs;

    @BeforeEach
    void the_book() {
        EmptyPortfolio.make(jdbi);
        jdbi.useHandle(handle -> handle.execute("truncate review, review_account, decision"));
        person("ann", "'{North}'", "'{Retail}'", "110");
        person("bob", "'{North}'", "'{Retail}'", "110");
        person("cat", "'{South}'", "'{}'", "110");
        person("dan", "'{North}'", "'{}'", "0.1");
        put("/people/sue", "{\"name\": \"Sue\", \"kind\": \"executive\", \"level\": 5}");
        put("/accounts/acme", account("Acme", "North", "ann", """
                "tierOverride": {"tier": "Tier 1", "reason": "Lighthouse", "author": "manager", "expiresOn": "%2$s"},
                "contacts": [
                  {"id": "chris", "name": "Chris", "role": "champion", "lastContactedOn": "%1$s"},
                  {"id": "pat", "name": "Pat", "role": "end-user", "lastContactedOn": "%1$s"},
                  {"id": "gone", "name": "Gone", "role": "champion", "leftOn": "2020-01-01"}],
                "contracts": [{"id": "c1", "startsOn": "2020-01-01", "endsOn": "%2$s", "annualValue": 100000,
                  "currency": "USD"}]
                """.formatted(today.minusDays(3), today.plusDays(80))));
        put("/accounts/bolt", account("Bolt", "North", "ann", """
                "contracts": [{"id": "c2", "startsOn": "2020-01-01", "endsOn": "%s", "annualValue": 40000,
                  "currency": "USD"}]
                """.formatted(today.plusDays(40))));
        put("/accounts/far", account("Far", "South", "cat", "\"contracts\": []"));
    }

    @Test
    void this_champion_left() {
        ask("{\"contactLeaves\": {\"contact\": \"chris\"}}")
                .statusCode(200)
                .body("rehearsal", equalTo(true))
                .body("event", equalTo("Chris left on " + today + "."))
                .body("accounts", equalTo(1))
                .body("annualContractValue", equalTo(100000.0f))
                .body("atStake", equalTo(100000.0f))
                .body("currency", equalTo("USD"))
                .body("items[0].account", equalTo("acme"))
                .body("items[0].name", equalTo("Acme"))
                .body("items[0].problem", nullValue())
                .body("items[0].facts.find { it.element == 'chris' }.before.leftOn", nullValue())
                .body("items[0].facts.find { it.element == 'chris' }.after.leftOn", equalTo(today.toString()))
                .body("items[0].facts.element", not(hasItem("pat")))
                // what is counted over contacts follows: of two engaged one is left
                .body("items[0].facts.find { it.fact == 'engagedContacts' }.before", equalTo(2))
                .body("items[0].facts.find { it.fact == 'engagedContacts' }.after", equalTo(1))
                .body("items[0].before.warnings.sign", not(hasItem("champion-change")))
                .body("items[0].after.warnings.sign", hasItems("champion-change", "single-threaded"))
                .body(
                        "items[0].outcomes.find { it.policy == 'early-warning' }.rules.ruleId",
                        hasItems("warning-champion-left", "warning-single-threaded"))
                .body("items[0].playbooks.playbook", contains("champion-succession"))
                .body("items[0].playbooks.cause", contains("champion-change"))
                .body("items[0].playbooks.severity", contains("critical")) // Tier 1, and nobody else speaks for us
                .body("items[0].playbooks.already", contains(false))
                .body("items[0].playbooks[0].steps.size()", greaterThan(1))
                .body("items[0].playbooks[0].reason", containsString("Champion Chris left on " + today))
                .body("items[0].after.escalations.cause", hasItem("champion-change"))
                .body("items[0].succession", nullValue());
    }

    @Test
    void their_budget_is_cut_by_20_percent() {
        ask("{\"budgetCut\": {\"accounts\": [\"bolt\", \"acme\", \"far\"], \"by\": 0.2}}")
                .statusCode(200)
                .body("event", equalTo("The budget is cut by 20 %."))
                .body("items.account", contains("acme", "bolt", "far")) // the most valuable first
                .body("annualContractValue", equalTo(140000.0f))
                .body("atStake", equalTo(28000.0f))
                .body("ofUnknownValue", equalTo(1))
                .body("items.atStake", contains(20000.0f, 8000.0f, null))
                .body("items[0].facts.find { it.fact == 'annualContractValue' }.before", equalTo(100000.0f))
                .body("items[0].facts.find { it.fact == 'annualContractValue' }.after", equalTo(80000.0f))
                .body("items[0].facts.find { it.fact == 'signals' }.before", nullValue())
                .body("items[0].facts.find { it.fact == 'signals' }.after.kind", equalTo("budget-cut"))
                .body("items[0].playbooks.playbook", contains("budget-defence"))
                .body("items[0].playbooks.severity", contains("medium")) // Chris can defend it from within
                .body(
                        "items[0].outcomes.find { it.policy == 'contingency' }.rules.ruleId",
                        hasItem("answer-budget-covered-larger"));
    }

    @Test
    void this_manager_leaves_on_that_date() {
        review();
        ask("{\"managerLeaves\": {\"manager\": \"ann\", \"on\": \"%s\"}}".formatted(today.plusDays(10)))
                .statusCode(200)
                .body("event", equalTo("Ann leaves on " + today.plusDays(10) + "."))
                .body("items.account", contains("acme", "bolt"))
                .body("atStake", equalTo(140000.0f))
                .body("items[0].facts.fact", contains("managerLeavesOn"))
                .body("items[0].playbooks.playbook", contains("handover"))
                .body("items[0].succession.proposed.name", equalTo("Bob"))
                .body("items[0].succession.successors.manager.name", contains("Bob"))
                .body("items[0].succession.successors[0].knowsIndustry", equalTo(true))
                // at least 15 % of 100,000, a fifth less to somebody who knows the industry
                .body("items[0].succession.successors[0].expectedLoss", greaterThanOrEqualTo(12000))
                .body(
                        "items[0].succession.others.reason",
                        contains(
                                containsString("no room: Dan 0 of 0.1 points"),
                                equalTo("Cat does not cover the region North")))
                .body("items[0].succession.caution", nullValue())
                .body("items[1].succession.caution", containsString("its renewal is on " + today.plusDays(40)));
    }

    @Test
    void nothing_is_changed_and_nothing_recorded() {
        review();
        long decisions = count("select count(*) from decision");
        this_champion_left();
        their_budget_is_cut_by_20_percent();

        assertThat(count("select count(*) from decision")).isEqualTo(decisions);
        assertThat(count("select count(*) from contact where left_on is not null"))
                .isEqualTo(1);
        assertThat(count("select count(*) from signal")).isZero();
        given().auth()
                .preemptive()
                .basic("manager", "for-tests-only")
                .get("/accounts?q=acme")
                .then()
                .body("items[0].annualContractValue", equalTo(100000.0f));
    }

    @Test
    void a_long_list_comes_in_stretches_with_the_sums_of_all() {
        String body = "{\"budgetCut\": {\"accounts\": [\"far\", \"bolt\", \"acme\"], \"by\": 0.5}}";
        String cursor = as("auditor")
                .body(body)
                .post("/what-ifs?limit=2")
                .then()
                .body("items.account", contains("acme", "bolt"))
                .extract()
                .path("nextCursor");
        as("auditor")
                .body(body)
                .queryParam("cursor", cursor)
                .post("/what-ifs?limit=2")
                .then()
                .body("items.account", contains("far"))
                .body("accounts", equalTo(3))
                .body("atStake", equalTo(70000.0f))
                .body("nextCursor", nullValue());
    }

    @Test
    void a_manager_cannot_be_followed_before_a_review_says_what_accounts_need() {
        ask("{\"managerLeaves\": {\"manager\": \"ann\", \"on\": \"%s\"}}".formatted(today))
                .statusCode(409);
    }

    @Test
    void an_account_that_came_after_the_review_has_nobody_ranked() {
        review();
        put("/accounts/late", account("Late", "North", "ann", "\"contracts\": []"));
        ask("{\"managerLeaves\": {\"manager\": \"ann\", \"on\": \"%s\"}}".formatted(today))
                .body("items.account", contains("acme", "bolt", "late"))
                .body("items[2].succession", nullValue());
    }

    @Test
    void what_cannot_happen_is_named_by_its_place() {
        refused("{}", "");
        refused(
                "{\"contactLeaves\": {\"contact\": \"chris\"}, \"budgetCut\": {\"accounts\": [\"acme\"], \"by\": 0.1}}",
                "");
        refused("{\"managerLeaves\": {}}", "/managerLeaves/manager", "/managerLeaves/on");
        refused(leaving("zoe", today), "/managerLeaves/manager");
        refused(leaving("sue", today), "/managerLeaves/manager");
        refused(leaving("ann", today.minusDays(1)), "/managerLeaves/on");
        refused("{\"contactLeaves\": {}}", "/contactLeaves/contact");
        refused("{\"contactLeaves\": {\"contact\": \"nobody\"}}", "/contactLeaves/contact");
        refused("{\"contactLeaves\": {\"contact\": \"gone\"}}", "/contactLeaves/contact");
        refused(
                "{\"contactLeaves\": {\"contact\": \"chris\", \"on\": \"%s\"}}".formatted(today.plusDays(1)),
                "/contactLeaves/on");
        refused("{\"budgetCut\": {}}", "/budgetCut/by", "/budgetCut/accounts");
        refused("{\"budgetCut\": {\"accounts\": [], \"by\": 0.2}}", "/budgetCut/accounts");
        refused("{\"budgetCut\": {\"accounts\": [null], \"by\": 0.2}}", "/budgetCut/accounts/0");
        refused(
                "{\"budgetCut\": {\"accounts\": [\"acme\", \"nowhere\", \"acme\"], \"by\": 1.2}}",
                "/budgetCut/by",
                "/budgetCut/accounts/1",
                "/budgetCut/accounts/2");
    }

    private static String leaving(String manager, LocalDate on) {
        return "{\"managerLeaves\": {\"manager\": \"%s\", \"on\": \"%s\"}}".formatted(manager, on);
    }

    private static void refused(String body, String... pointers) {
        ask(body)
                .statusCode(400)
                .body("errors.pointer", contains(pointers))
                .body("errors.detail", everyItem(notNullValue()));
    }

    private void review() {
        String review =
                as("operator").post("/reviews").then().statusCode(202).extract().path("id");
        assertThat(jobs.events(UUID.fromString(review))
                        .collect()
                        .last()
                        .await()
                        .indefinitely()
                        .failure())
                .isNull();
    }

    private long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private void person(String id, String regions, String industries, String capacity) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into person (id, name, kind, regions, industries, capacity_points) values (?, initcap(?),"
                        + " 'account-manager', " + regions + ", " + industries + ", cast(? as numeric))",
                id,
                id,
                capacity));
    }

    private static String account(String name, String region, String manager, String more) {
        return """
                {"name": "%s", "region": "%s", "industry": "Retail", "annualTurnover": 1000000, "turnoverCurrency": "USD",
                 "assignments": [{"role": "account-manager", "personId": "%s"}], %s}
                """.formatted(name, region, manager, more);
    }

    private static void put(String path, String body) {
        assertThat(as("service").body(body).put(path).statusCode()).as(path).isEqualTo(201);
    }

    private static ValidatableResponse ask(String body) {
        return as("manager").body(body).post("/what-ifs").then();
    }

    private static RequestSpecification as(String role) {
        return given().auth().preemptive().basic(role, "for-tests-only").contentType("application/json");
    }
}
