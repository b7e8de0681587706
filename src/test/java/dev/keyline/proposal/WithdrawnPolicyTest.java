package dev.keyline.proposal;

import static dev.keyline.policy.Caller.analyst;
import static dev.keyline.policy.Caller.approver;
import static dev.keyline.policy.Caller.as;
import static dev.keyline.policy.Caller.text;
import static dev.keyline.proposal.Desk.approve;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.keyline.policy.Policies;
import dev.keyline.policy.ShippedOnly;
import dev.keyline.portfolio.imports.EmptyPortfolio;
import dev.keyline.review.Reviews;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A policy that nobody had before its proposal is taken back: from then on nothing is in force in its place. */
@QuarkusTest
class WithdrawnPolicyTest {
    private static final String BUDGET = "gift-budget";
    private static final String NOTE = "gift-note";

    private static final String MODEL = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="%1$s" name="%1$s"
                         namespace="https://keyline.dev/dmn/%1$s">
              <import id="%1$s-facts" name="facts" namespace="https://keyline.dev/dmn/facts"
                      importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
              <inputData id="%1$s-i" name="%2$s">
                <variable id="%1$s-iv" name="%2$s" typeRef="facts.%2$s"/></inputData>
              <decision id="%1$s-d" name="%1$s"><variable id="%1$s-v" name="%1$s" typeRef="string"/>
                <informationRequirement id="%1$s-r"><requiredInput href="#%1$s-i"/></informationRequirement>
                <decisionTable id="%1$s-t" hitPolicy="FIRST">
                  <input id="%1$s-c"><inputExpression id="%1$s-e" typeRef="facts.%2$s"><text>%2$s</text></inputExpression></input>
                  <output id="%1$s-o"/>
                  <annotation name="why"/>
                  <rule id="%1$s-some"><inputEntry id="%1$s-some-1"><text>"%3$s"</text></inputEntry>
                    <outputEntry id="%1$s-some-2"><text>"%4$s"</text></outputEntry>
                    <annotationEntry><text>It is expected there.</text></annotationEntry></rule>
                  <rule id="%1$s-other"><inputEntry id="%1$s-other-1"><text>-</text></inputEntry>
                    <outputEntry id="%1$s-other-2"><text>"modest"</text></outputEntry>
                    <annotationEntry><text>All others.</text></annotationEntry></rule>
                </decisionTable></decision>
            </definitions>
            """;

    private static final String FACT = """
              <itemDefinition id="fact-giftBudget" name="giftBudget">
                <description>What may be spent on gifts.</description>
                <typeRef>string</typeRef>
              </itemDefinition>
            """;

    @Inject
    Jdbi jdbi;

    @Inject
    Policies policies;

    @Inject
    Reviews reviews;

    @Inject
    Clock clock;

    @BeforeEach
    @AfterEach
    void shippedOnly() {
        ShippedOnly.restore(jdbi, policies);
        EmptyPortfolio.make(jdbi);
    }

    @Test
    void answers_no_more_and_says_since_when() {
        int version = published();
        decide(BUDGET, null).statusCode(201).body("outcome", equalTo("generous"));
        Instant meanwhile = clock.instant();

        rollBack(BUDGET, "").statusCode(201).body("version", nullValue());

        decide(BUDGET, null).statusCode(404).body("detail", containsString(BUDGET + " is out of force since"));
        analyst().get("/policies/" + BUDGET + "/schema").then().statusCode(404);
        decide(BUDGET, meanwhile).statusCode(201).body("version", equalTo(version));
        decide(BUDGET + "?version=" + version, null).statusCode(201);
        decide(BUDGET, meanwhile.minus(Duration.ofDays(9)))
                .statusCode(404)
                .body("detail", containsString("first version comes into force at"));
    }

    @Test
    void has_one_answer_to_what_was_in_force_when_and_stands_in_the_trail() {
        int version = published();
        Instant meanwhile = clock.instant();
        rollBack(BUDGET, "").statusCode(201);

        inForce(meanwhile).body("versions.find { it.policy == '" + BUDGET + "' }.version", equalTo(version));
        inForce(clock.instant()).body("versions.policy", not(hasItem(BUDGET)));
        analyst()
                .get("/policies/" + BUDGET)
                .then()
                .body("policy.state", equalTo("withdrawn"))
                .body("policy.version", nullValue())
                .body("policy.since", notNullValue())
                .body("versions.find { it.version == " + version + " }.inForce.until", not(hasItem(nullValue())));
        as("auditor")
                .queryParam("subject", "/policies/" + BUDGET)
                .get("/audit")
                .then()
                .body("items[0].action", equalTo("rolled back"))
                .body("items[0].details.before", equalTo(version))
                .body("items[0].details.now", nullValue());
        as("auditor").get("/audit/verify").then().body("intact", equalTo(true));
    }

    @Test
    void comes_back_by_another_rollback_or_by_a_proposal() {
        int version = published();
        rollBack(BUDGET, "").statusCode(201);

        rollBack(BUDGET, "").statusCode(201).body("version", equalTo(version));
        rollBack(BUDGET, "?to=none").statusCode(201).body("version", nullValue());
        rollBack(BUDGET, "?to=none").statusCode(409).body("detail", containsString("already"));
        rollBack(BUDGET, "?to=" + version).statusCode(201).body("version", equalTo(version));
        rollBack(BUDGET, "?to=none").statusCode(201);

        draft(BUDGET, model(BUDGET, "region", "EMEA", "generous"));
        analyst().get("/policies/" + BUDGET + "/draft").then().body("base", equalTo(version));
        approve(proposed(List.of(BUDGET))).statusCode(200);
        decide(BUDGET, null).statusCode(201).body("version", equalTo(version + 1));
        rollBack(BUDGET, "?to=none").statusCode(201).body("version", nullValue());
    }

    @Test
    void that_a_release_ships_stays() {
        rollBack("engagement-model", "?to=none").statusCode(409).body("detail", containsString("release ships"));
        rollBack("engagement-model", "").statusCode(409);
        rollBack("engagement-model", "?to=nothing").statusCode(400);
    }

    @Test
    void stays_meanwhileanother_cannot_decide_without_its_outcome_and_goes_with_it() {
        String facts = text("facts", 1);
        int first = facts.indexOf("<itemDefinition");
        begin("facts", "application/xml", facts.substring(0, first) + FACT + facts.substring(first));
        begin(
                "catalogue",
                "text/yaml",
                text("catalogue", 1) + "\ngiftBudget: {from: outcome, policy: gift-budget, required: true}\n");
        draft(BUDGET, model(BUDGET, "region", "EMEA", "generous"));
        draft(NOTE, model(NOTE, "giftBudget", "generous", "handwritten"));
        String together = proposed(List.of("facts", "catalogue", BUDGET, NOTE));
        approve(together).statusCode(200);
        decide(NOTE, null).statusCode(201).body("outcome", equalTo("handwritten"));

        rollBack(BUDGET, "").statusCode(409).body("detail", containsString(NOTE));
        decide(NOTE, null).statusCode(201);

        approver().post("/proposals/" + together + "/rollback").then().statusCode(200);
        decide(NOTE, null).statusCode(404);
        decide(BUDGET, null).statusCode(404);
        analyst().get("/policies/facts").then().body("policy.version", equalTo(1));
    }

    @Test
    void is_skipped_by_the_next_review_and_holds_for_no_account() {
        as("operator")
                .multiPart("mapping", "keyline")
                .multiPart("file", "account.csv", "id,name,region\nacme,Acme,EMEA\n".getBytes(UTF_8), "text/csv")
                .post("/portfolio/imports")
                .then()
                .statusCode(201);
        published();
        reviewed();
        assertThat(held()).isEqualTo(1);

        rollBack(BUDGET, "").statusCode(201);
        UUID review = reviewed();

        assertThat(held()).isZero();
        as("analyst")
                .queryParam("review", review)
                .queryParam("policy", BUDGET)
                .get("/decisions")
                .then()
                .body("items", empty());
        as("analyst").get("/reviews/" + review).then().body("undecided", equalTo(0), "decided", equalTo(1));
    }

    @Test
    void is_never_out_of_force_since_ever() {
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("""
                        insert into policy_in_force (policy, version, since, set_by, set_at)
                        values ('gift-budget', null, '-infinity', 'approver', now())""")))
                .hasMessageContaining("policy_in_force_check");
    }

    private UUID reviewed() {
        UUID review = jdbi.inTransaction(handle -> reviews.submit(handle, null, "analyst"));
        reviews.begin();
        reviews.events(review).collect().last().await().indefinitely();
        return review;
    }

    private int held() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from account_outcome where policy = 'gift-budget'")
                        .mapTo(Integer.class)
                        .one());
    }

    /** Publishes the first policy of its name, and answers the version's number. */
    private static int published() {
        draft(BUDGET, model(BUDGET, "region", "EMEA", "generous"));
        return approve(proposed(List.of(BUDGET))).statusCode(200).extract().path("policies[0].version");
    }

    private static String model(String name, String fact, String value, String outcome) {
        return MODEL.formatted(name, fact, value, outcome);
    }

    private static void draft(String policy, String model) {
        begin(policy, "application/xml", model);
    }

    private static void begin(String policy, String type, String body) {
        analyst()
                .header("If-None-Match", "*")
                .contentType(type + "; charset=UTF-8")
                .body(body)
                .put("/policies/" + policy + "/draft")
                .then()
                .statusCode(201);
    }

    private static String proposed(List<String> policies) {
        return analyst()
                .contentType("application/json")
                .body(Map.of("policies", policies, "message", "gifts"))
                .post("/proposals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse rollBack(String policy, String query) {
        return approver()
                .contentType("application/json")
                .post("/policies/" + policy + "/rollback" + query)
                .then();
    }

    private static ValidatableResponse inForce(Instant asOf) {
        return analyst()
                .queryParam("asOf", asOf.toString())
                .get("/policies/in-force")
                .then();
    }

    private static ValidatableResponse decide(String policy, @Nullable Instant asOf) {
        Map<String, Object> body = new HashMap<>();
        body.put("asOf", asOf == null ? null : asOf.toString());
        body.put("facts", Map.of("region", "EMEA"));
        return as("service")
                .contentType("application/json")
                .body(body)
                .post("/decisions/" + policy)
                .then();
    }
}
