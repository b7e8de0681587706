package dev.keyline.proposal;

import static dev.keyline.policy.Caller.analyst;
import static dev.keyline.policy.Caller.approver;
import static dev.keyline.policy.Caller.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.keyline.job.Jobs;
import dev.keyline.policy.Policies;
import dev.keyline.policy.ShippedOnly;
import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A policy whose model imports another: how far a partner reaches, by sizes that stand in a file of their own. */
@QuarkusTest
class PolicyOfSeveralFilesTest {
    private static final String REACH = "/policies/partner-reach";
    private static final String SIZES = "dmn/growth/partner-sizes.dmn";

    @Inject
    Jdbi jdbi;

    @Inject
    Policies policies;

    @Inject
    Jobs jobs;

    @BeforeEach
    @AfterEach
    void shippedOnly() {
        ShippedOnly.restore(jdbi, policies);
        EmptyPortfolio.make(jdbi);
    }

    @Test
    void is_proposed_in_force_and_decides_by_all_its_files() {
        int version = published(500);

        decided(800)
                .body(
                        "outcome", equalTo("wide"),
                        "version", equalTo(version),
                        "rules.ruleId", hasItems("size-large", "reach-wide"),
                        "rules.find { it.ruleId == 'size-large' }.file", equalTo(SIZES),
                        "rules.find { it.ruleId == 'reach-wide' }.file", equalTo("dmn/growth/partner-reach.dmn"));
        decided(100).body("outcome", equalTo("narrow"), "rules.ruleId", hasItems("size-small", "reach-narrow"));
    }

    @Test
    void asks_for_the_facts_of_all_its_files() {
        published(500);

        analyst().get(REACH).then().body("facts.name", equalTo(List.of("employees", "nps")));
        analyst().get(REACH + "/schema").then().body("properties.keySet()", hasItems("employees", "nps"));
    }

    @Test
    void says_why_the_engine_itself_answers() {
        published(500);

        analyst().get(REACH).then().body("untranslated", equalTo("it is made of several files"));
        analyst().get("/policies/account-tier").then().body("untranslated", nullValue());
        approver()
                .queryParam("policy", "partner-reach")
                .get("/proposals")
                .then()
                .body("items[0].notes", hasItem(containsString("it is made of several files")));
    }

    @Test
    void is_exported_file_by_file() {
        int version = published(500);
        String at = REACH + "/versions/" + version;

        analyst().get(at).then().body("file", equalTo("dmn/growth/partner-reach.dmn"), "imports", hasItem(SIZES));
        assertThat(analyst().get(at + "/text").asString()).isEqualTo(model("partner-reach"));
        assertThat(analyst().queryParam("file", SIZES).get(at + "/text").asString())
                .isEqualTo(model("partner-sizes"));
        analyst()
                .queryParam("file", "dmn/growth/none.dmn")
                .get(at + "/text")
                .then()
                .statusCode(404);
    }

    @Test
    void changes_when_only_an_imported_file_does_and_goes_back_as_a_whole() {
        int first = published(500);
        draft(sizes(900), null).statusCode(201).body("base", equalTo(first));

        analyst().get(REACH + "/difference").then().body("words", hasItem(containsString("partner-sizes.dmn: ")));
        analyst()
                .get(REACH + "/difference/meaning")
                .then()
                .body("equal", equalTo(false), "tables.decision", hasItem("partner size"));
        int second = approved();

        String hashes = "versions.findAll { it.version in [%d, %d] }.sha256.unique()".formatted(first, second);
        analyst().get(REACH).then().body(hashes + ".size()", equalTo(2));
        decided(800).body("outcome", equalTo("narrow"), "version", equalTo(second));

        approver()
                .contentType("application/json")
                .post(REACH + "/rollback")
                .then()
                .statusCode(201);
        decided(800).body("outcome", equalTo("wide"), "version", equalTo(first));
    }

    @Test
    void is_rehearsed_with_all_its_files() {
        published(500);
        as("service")
                .contentType("application/json")
                .body(Map.of("name", "Acme", "employees", 800))
                .put("/accounts/acme")
                .then()
                .statusCode(201);
        draft(sizes(900), null).statusCode(201);

        String id = analyst()
                .contentType("application/json")
                .body(Map.of())
                .post(REACH + "/draft/impact")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        jobs.events(UUID.fromString(id)).collect().last().await().indefinitely();

        analyst().get("/impacts/" + id).then().body("state", equalTo("finished"), "accounts.undecided", equalTo(0));
        analyst().post(REACH + "/draft/check").then().body("errors", equalTo(0));
        analyst().post(REACH + "/draft/cases").then().statusCode(200).body("policies.policy", hasItem("partner-reach"));
    }

    @Test
    void is_merged_file_by_file() {
        int first = published(500);
        draft(sizes(900), null).statusCode(201);
        approved();
        draft(model("partner-sizes").replace("\"small\"", "\"tiny\""), first).statusCode(201);

        analyst()
                .post(REACH + "/draft/rebase")
                .then()
                .statusCode(200)
                .body("files[1].text", containsString("&gt;= 900"))
                .body("files[1].text", containsString("\"tiny\""));

        draft(sizes(700), first);
        analyst()
                .get(REACH + "/draft/merge")
                .then()
                .body("conflicts.row", hasItem("size-large"), "imports.path", hasItem(SIZES));
    }

    @Test
    void is_told_what_is_wrong_in_an_imported_file() {
        draft(model("partner-sizes").replace("<text>-</text>", "<text>&lt; 100</text>"), null)
                .statusCode(201);

        analyst()
                .post(REACH + "/draft/check")
                .then()
                .body("findings.findAll { it.kind == 'gap' }.message", hasItem(containsString(SIZES)));
    }

    @Test
    void is_not_proposed_with_a_vocabulary_of_its_own_or_with_one_name_twice() {
        String facts = analyst().get("/policies/facts/versions/1/text").asString();
        begin(null)
                .multiPart("model", "partner-reach.dmn", bytes(model("partner-reach")), "application/xml")
                .multiPart("model", "partner-sizes.dmn", bytes(model("partner-sizes")), "application/xml")
                .multiPart("model", "words.dmn", bytes(facts), "application/xml")
                .put(REACH + "/draft")
                .then()
                .statusCode(201);
        propose().statusCode(422).body("errors.detail", hasItem(containsString("another vocabulary")));

        analyst()
                .queryParam("topic", "growth")
                .header("If-Match", "\"1\"")
                .multiPart("model", "partner-reach.dmn", bytes(model("partner-reach")), "application/xml")
                .multiPart("model", "partner-reach.dmn", bytes(model("partner-sizes")), "application/xml")
                .put(REACH + "/draft")
                .then()
                .statusCode(422)
                .body("errors.detail", hasItem(containsString("one name")));
    }

    @Test
    void is_not_proposed_when_two_of_its_files_have_a_row_of_one_id() {
        draft(model("partner-sizes").replace("id=\"size-small\"", "id=\"reach-wide\""), null)
                .statusCode(201);

        propose().statusCode(422).body("errors.detail", hasItem(containsString("reach-wide")));
        analyst().get("/proposals").then().body("items", empty());
        analyst()
                .get("/policies")
                .then()
                .body("items.findAll { it.state == 'in-force' }.policy", not(hasItem("partner-reach")));
    }

    private static int published(int large) {
        draft(sizes(large), null).statusCode(201);
        return approved();
    }

    private static int approved() {
        String proposal = propose().statusCode(201).extract().path("id");
        return Desk.approve(proposal).statusCode(200).extract().path("policies[0].version");
    }

    private static ValidatableResponse propose() {
        return analyst()
                .contentType("application/json")
                .body(Map.of("message", "by the partner programme"))
                .post(REACH + "/draft/propose")
                .then();
    }

    /** A draft of the policy with these sizes; one that is there already goes first. */
    private static ValidatableResponse draft(String sizes, @Nullable Integer base) {
        String tag = analyst().get(REACH + "/draft").header("ETag");
        if (tag != null) {
            analyst().header("If-Match", tag).delete(REACH + "/draft").then().statusCode(204);
        }
        return begin(base)
                .multiPart("model", "partner-reach.dmn", bytes(model("partner-reach")), "application/xml")
                .multiPart("model", "partner-sizes.dmn", bytes(sizes), "application/xml")
                .put(REACH + "/draft")
                .then();
    }

    private static RequestSpecification begin(@Nullable Integer base) {
        RequestSpecification request = analyst().queryParam("topic", "growth").header("If-None-Match", "*");
        return base == null ? request : request.queryParam("base", base);
    }

    private static ValidatableResponse decided(int employees) {
        return as("service")
                .contentType("application/json")
                .body(Map.of("facts", Map.of("employees", employees, "nps", 40)))
                .post("/decisions/partner-reach")
                .then()
                .statusCode(201);
    }

    private static String sizes(int large) {
        return model("partner-sizes").replace("500", Integer.toString(large));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String model(String name) {
        try (InputStream file = PolicyOfSeveralFilesTest.class.getResourceAsStream("/several-files/" + name + ".dmn")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
