package dev.keyline.policy;

import static dev.keyline.policy.Caller.analyst;
import static dev.keyline.policy.Caller.approver;
import static dev.keyline.policy.Caller.as;
import static dev.keyline.policy.Caller.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.keyline.engine.PolicyText;
import dev.keyline.engine.contained.Door;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an analyst saves while working on a policy. */
@QuarkusTest
class DraftTest {
    private static final String DRAFT = "/policies/engagement-model/draft";

    @Inject
    Jdbi jdbi;

    @Inject
    Drafts drafts;

    private String shipped = "";

    @BeforeEach
    void nobodyWorksOnAnything() {
        jdbi.useHandle(handle -> handle.execute("delete from policy_draft"));
        shipped = text("engagement-model", 1);
    }

    @Test
    void is_begun_on_the_version_in_force_and_found_again() {
        put(shipped + "<!-- mine -->")
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("base", equalTo(1), "stale", equalTo(false), "author", equalTo("analyst"))
                .body("files.path", contains("dmn/engagement/engagement-model.dmn"));

        analyst().get(DRAFT).then().statusCode(200).body("files[0].text", equalTo(shipped + "<!-- mine -->"));
        as("auditor").get("/policies/engagement-model/drafts").then().body("items.author", contains("analyst"));
        assertThat(drafts.find("engagement-model", "analyst"))
                .hasValueSatisfying(draft -> assertThat(draft.baseVersion()).isEqualTo(1));
    }

    @Test
    void belongs_to_its_author() {
        put(shipped).statusCode(201);

        approver().get(DRAFT).then().statusCode(404);
        approver().get("/policies/engagement-model/drafts/analyst").then().statusCode(200);
        as("manager").get("/policies/engagement-model/drafts/analyst").then().statusCode(403);
    }

    @Test
    void is_never_overwritten_by_one_who_has_not_seen_it() {
        put(shipped).statusCode(201);

        put(shipped).statusCode(428);
        analyst()
                .header("If-None-Match", "*")
                .contentType("application/xml")
                .body(shipped)
                .put(DRAFT)
                .then()
                .statusCode(412);
        replace("\"7\"", shipped).statusCode(412);
        replace("\"1\"", shipped + "<!-- two -->").statusCode(200).header("ETag", "\"2\"");
        replace("\"1\"", shipped).statusCode(412);
        analyst().get(DRAFT).then().body("revision", equalTo(2), "files[0].text", equalTo(shipped + "<!-- two -->"));
    }

    @Test
    void is_thrown_away_only_as_it_was_seen() {
        put(shipped).statusCode(201);

        analyst().delete(DRAFT).then().statusCode(428);
        analyst().header("If-Match", "\"2\"").delete(DRAFT).then().statusCode(412);
        analyst().header("If-Match", "\"1\"").delete(DRAFT).then().statusCode(204);
        analyst().get(DRAFT).then().statusCode(404);
        replace("\"1\"", shipped).statusCode(412);
    }

    @Test
    void may_be_half_done() {
        put(shipped.replaceFirst("<text>[^<]+</text>", "<text>&gt;= = 10</text>"))
                .statusCode(201);
    }

    @Test
    void that_is_no_model_is_refused_with_its_place_and_the_one_before_stays() {
        put(shipped).statusCode(201);

        replace("\"1\"", "<definitions>\n<decision></definitions>")
                .statusCode(422)
                .body("type", equalTo("/problems/refused-text"))
                .body("errors[0].pointer", equalTo("dmn/engagement/engagement-model.dmn"))
                .body("errors[0].detail", containsString("line 2"));
        replace("\"1\"", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>").statusCode(422);
        replace("\"1\"", "<a>" + "x".repeat(Door.MOST_BYTES) + "</a>").statusCode(413);
        analyst()
                .header("If-Match", "\"1\"")
                .contentType("application/xml")
                .body(new byte[] {'<', (byte) 0xff})
                .put(DRAFT)
                .then()
                .statusCode(422);
        analyst().get(DRAFT).then().body("revision", equalTo(1), "files[0].text", equalTo(shipped));
    }

    @Test
    void of_a_rule_file_is_refused_because_rules_ship_with_a_build() {
        analyst()
                .contentType("application/xml")
                .body("<definitions/>")
                .put("/policies/early-warning/draft")
                .then()
                .statusCode(409)
                .body("detail", containsString("compiled into a release"));
    }

    @Test
    void creates_a_policy_that_does_not_exist_yet() {
        analyst()
                .contentType("application/xml")
                .queryParam("topic", "tiering")
                .body("<definitions/>")
                .put("/policies/partner-tier/draft")
                .then()
                .statusCode(201)
                .body("base", nullValue(), "files[0].path", equalTo("dmn/tiering/partner-tier.dmn"));
        analyst()
                .contentType("application/xml")
                .body("<definitions/>")
                .put("/policies/Partner_Tier/draft")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("policy"));
        analyst()
                .contentType("application/xml")
                .body("<definitions/>")
                .put("/policies/in-force/draft")
                .then()
                .statusCode(400);
    }

    @Test
    void in_several_files_has_its_own_first() {
        analyst()
                .multiPart("model", "any.dmn", shipped.getBytes(StandardCharsets.UTF_8), "application/xml")
                .multiPart(
                        "model",
                        "models/limits.dmn",
                        "<definitions/>".getBytes(StandardCharsets.UTF_8),
                        "application/xml")
                .put(DRAFT)
                .then()
                .statusCode(201)
                .body("files.path", contains("dmn/engagement/engagement-model.dmn", "dmn/engagement/limits.dmn"));
        assertThat(drafts.get("engagement-model", "analyst").texts())
                .extracting(PolicyText::id)
                .containsExactly("engagement-model", "limits");
        approver().multiPart("other", "x").put(DRAFT).then().statusCode(400).body("errors.pointer", contains("/model"));
    }

    @Test
    void may_begin_on_another_version_that_there_is() {
        analyst()
                .contentType("application/xml")
                .body(shipped)
                .put(DRAFT + "?base=99")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("base"));
        analyst()
                .contentType("application/xml")
                .body(shipped)
                .put(DRAFT + "?base=x")
                .then()
                .statusCode(400);
        analyst()
                .contentType("application/xml")
                .body(shipped)
                .put(DRAFT + "?base=1")
                .then()
                .statusCode(201);
    }

    @Test
    void of_the_catalogue_has_to_agree_with_its_authors_vocabulary() {
        String catalogue = text("catalogue", 1);
        String more = catalogue + "\npartnerLevel: {from: attribute, attribute: partner_level}\n";

        catalogue(more).statusCode(422).body("detail", containsString("partnerLevel"));
        analyst()
                .contentType("application/xml")
                .body(text("facts", 1).replace("</definitions>", """
                        <itemDefinition id="facts-partnerLevel" name="partnerLevel"><typeRef>string</typeRef></itemDefinition>
                        </definitions>"""))
                .put("/policies/facts/draft")
                .then()
                .statusCode(201);
        catalogue(more).statusCode(201);
        catalogue(catalogue + "\n  odd: [").statusCode(422).body("detail", containsString("line"));
    }

    @Test
    void and_what_became_of_it_stands_in_the_trail() {
        put(shipped).statusCode(201);
        analyst().header("If-Match", "*").delete(DRAFT).then().statusCode(204);

        as("auditor")
                .queryParam("subject", "/policies/engagement-model/drafts/analyst")
                .get("/audit")
                .then()
                .body("items.action", hasItems("draft saved", "draft discarded"))
                .body("items[0].actor", equalTo("analyst"));
    }

    private static ValidatableResponse put(String text) {
        return analyst().contentType("application/xml").body(text).put(DRAFT).then();
    }

    private static ValidatableResponse replace(String ifMatch, String text) {
        return analyst()
                .header("If-Match", ifMatch)
                .contentType("application/xml")
                .body(text)
                .put(DRAFT)
                .then();
    }

    private static ValidatableResponse catalogue(String yaml) {
        return analyst()
                .contentType("text/yaml")
                .body(yaml)
                .put("/policies/catalogue/draft")
                .then();
    }
}
