package dev.keyline.policycase;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.keyline.policy.Policies;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases that analysts keep beside those of the release, over HTTP. */
@QuarkusTest
class KeptCasesTest {
    private static final String CASES = "/policies/account-tier/cases";
    private static final Map<String, Object> STRONG = Map.of(
            "revenueScore",
            90,
            "growthScore",
            85.5,
            "alignmentScore",
            80,
            "influenceScore",
            80,
            "relationshipScore",
            90);
    private static final Map<String, Object> CASE = Map.of(
            "name", "strong everywhere",
            "facts", STRONG,
            "outcome", Map.of("tier", "Tier 1"),
            "rules", List.of("tier-strategic"),
            "not", List.of("tier-growth"));

    @Inject
    Jdbi jdbi;

    @Inject
    Policies policies;

    @Inject
    CaseRuns runs;

    @Inject
    Clock clock;

    @BeforeEach
    void none() {
        jdbi.useHandle(handle -> handle.execute("delete from policy_case"));
    }

    @Test
    void a_case_is_kept_changed_and_removed_by_whoever_has_seen_its_state() {
        Response kept = analyst().body(CASE).post(CASES);
        kept.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("name", equalTo("strong everywhere"))
                .body("facts.growthScore", equalTo(85.5f))
                .body("asOf", equalTo("2026-01-15T09:00:00Z"))
                .body("author", equalTo("analyst"))
                .body("decision", nullValue());
        String path = kept.header("Location").replaceFirst("https?://[^/]+", "");
        Map<String, Object> changed = new LinkedHashMap<>(CASE);
        changed.put("name", "as strong as can be");

        analyst().body(changed).put(path).then().statusCode(428);
        analyst()
                .header("If-Match", "\"1\"")
                .body(changed)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        approver().header("If-Match", "\"1\"").delete(path).then().statusCode(412);
        analyst().get(path).then().statusCode(200).body("name", equalTo("as strong as can be"));
        approver().header("If-Match", "\"2\"").delete(path).then().statusCode(204);
        analyst().get(path).then().statusCode(404);
        analyst().header("If-Match", "\"2\"").delete(path).then().statusCode(404);
    }

    @Test
    void what_becomes_of_a_case_stands_in_the_audit_trail() {
        String path = analyst().body(CASE).post(CASES).header("Location").replaceFirst("https?://[^/]+", "");
        Map<String, Object> changed = new LinkedHashMap<>(CASE);
        changed.put("name", "strong in all dimensions");
        approver().header("If-Match", "\"1\"").body(changed).put(path).then().statusCode(200);
        analyst().header("If-Match", "\"1\"").delete(path).then().statusCode(412);
        analyst().header("If-Match", "\"2\"").delete(path).then().statusCode(204);

        as("auditor")
                .queryParam("subject", path)
                .get("/audit")
                .then()
                .body("items.action", equalTo(List.of("case removed", "case changed", "case kept")))
                .body("items.actor", equalTo(List.of("analyst", "approver", "analyst")))
                .body("items[1].details.name", equalTo("strong in all dimensions"))
                .body("items[1].details.revision", equalTo(2))
                .body("items[2].details.rules", equalTo(List.of("tier-strategic")))
                .body("items[2].details.facts", containsString("\"growthScore\":85.5"));
        as("auditor").get("/audit/verify").then().body("intact", equalTo(true));
    }

    @Test
    void the_list_holds_those_of_the_release_first_and_is_walked_in_stretches() {
        analyst().body(CASE).post(CASES).then().statusCode(201);
        analyst().body(CASE).post(CASES).then().statusCode(201);
        List<String> names = new ArrayList<>();
        List<Object> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response stretch = analyst()
                    .queryParam("limit", 7)
                    .queryParam("cursor", cursor)
                    .get(CASES);
            names.addAll(stretch.path("items.name"));
            ids.addAll(stretch.path("items.id"));
            cursor = stretch.path("nextCursor");
        }

        assertThat(names.get(0)).isEqualTo("a score of 80 makes a Tier 1 account");
        assertThat(names).endsWith("strong everywhere", "strong everywhere").hasSizeGreaterThan(20);
        assertThat(ids.stream().filter(Objects::nonNull)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void repeating_a_request_with_its_key_keeps_one_case() {
        String first =
                analyst().header("Idempotency-Key", "k1").body(CASE).post(CASES).path("id");
        analyst()
                .header("Idempotency-Key", "k1")
                .body(CASE)
                .post(CASES)
                .then()
                .statusCode(200)
                .body("id", equalTo(first));
    }

    @Test
    void what_a_case_names_and_there_is_not_is_told_by_its_place() {
        analyst()
                .body(Map.of(
                        "name", "wrong",
                        "facts", Map.of("shoeSize", 44, "revenueScore", "much"),
                        "rules", List.of("tier-strategic", "tier-nothing")))
                .post(CASES)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/facts/shoeSize"))
                .body("errors.pointer", hasItem("/facts/revenueScore"))
                .body("errors.pointer", hasItem("/rules/1"))
                .body("errors", hasSize(3));
        analyst()
                .body(Map.of("facts", STRONG))
                .post(CASES)
                .then()
                .statusCode(400)
                .body("errors", hasSize(2));
        analyst().body(CASE).post("/policies/no-such/cases").then().statusCode(404);
    }

    @Test
    void a_decision_becomes_a_case_in_one_call() {
        String decision = decided();

        analyst()
                .post(CASES + "?fromDecision=" + decision)
                .then()
                .statusCode(201)
                .body("decision", equalTo(decision))
                .body("facts.revenueScore", equalTo(90))
                .body("outcome.tier", equalTo("Tier 1"))
                .body("rules", hasItem("tier-strategic"))
                .body("name", containsString("as decided for"));

        CaseRun run = runs.run(policies.at(clock.instant()), "account-tier");
        assertThat(run.failed()).isZero();
        assertThat(run.cases()).filteredOn(one -> one.id() != null).hasSize(1);
        assertThat(run.coverage())
                .allSatisfy(table -> assertThat(table.uncovered()).isEmpty());
    }

    @Test
    void a_decision_gives_a_case_all_but_its_name() {
        String decision = decided();

        analyst()
                .body(Map.of("name", "our best"))
                .post(CASES + "?fromDecision=" + decision)
                .then()
                .statusCode(201)
                .body("name", equalTo("our best"));
        analyst().body(CASE).post(CASES + "?fromDecision=" + decision).then().statusCode(400);
        analyst()
                .post("/policies/engagement-model/cases?fromDecision=" + decision)
                .then()
                .statusCode(400)
                .body("errors.pointer", everyItem(equalTo("fromDecision")))
                .body("errors.detail", hasItem("is a decision of account-tier"));
        analyst()
                .post(CASES + "?fromDecision=00000000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404);
    }

    @Test
    void policies_downstream_are_those_that_wait_for_the_outcome() {
        assertThat(runs.downstream(policies.at(clock.instant()), "account-tier"))
                .contains("engagement-model")
                .doesNotContain("account-tier", "dimension-scores");
    }

    private static String decided() {
        return as("service")
                .body(Map.of("facts", STRONG))
                .post("/decisions/account-tier")
                .then()
                .statusCode(201)
                .body("id", notNullValue())
                .body("rules.ruleId", not(hasItem("tier-growth")))
                .extract()
                .path("id");
    }

    private static RequestSpecification analyst() {
        return as("analyst");
    }

    private static RequestSpecification approver() {
        return as("approver");
    }

    private static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, "for-tests-only").contentType("application/json");
    }
}
