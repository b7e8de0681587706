package dev.keyline.draftcheck;

import static dev.keyline.policy.Caller.analyst;
import static dev.keyline.policy.Caller.text;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import dev.keyline.policy.Policies;
import dev.keyline.policy.ShippedOnly;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DraftCheckTest {
    private static final String POLICY = "/policies/engagement-model";

    @Inject
    Jdbi jdbi;

    @Inject
    Policies policies;

    @BeforeEach
    @AfterEach
    void only_what_is_shipped() {
        ShippedOnly.restore(jdbi, policies);
    }

    @Test
    void the_shipped_text_has_no_error_and_no_warning() {
        check(shipped()).body("errors", equalTo(0)).body("warnings", equalTo(0));
    }

    @Test
    void a_case_that_no_row_takes_is_named_with_its_table_and_a_case() {
        check(shipped().replaceFirst("(care-tier-2-in-1\">\\s*<text>)\"Tier 2\"", "$1\"Tier 3\""))
                .body("findings.findAll { it.kind == 'gap' }.table", hasItem("care by tier"))
                .body("findings.find { it.kind == 'gap' }.message", containsString("\"Tier 2\""))
                .body("findings.find { it.kind == 'gap' }.witness.tier", equalTo("Tier 2"))
                .body("findings.find { it.kind == 'overlap' }.message", containsString("care-tier-2"));
    }

    @Test
    void an_expression_that_does_not_parse_is_an_error_with_its_place_even_where_the_engine_lets_it_pass() {
        check(shipped().replaceFirst("(care-tier-2-in-1\">\\s*<text>)\"Tier 2\"", "$1>= = 10"))
                .body("errors", greaterThan(0))
                .body("findings.find { it.kind == 'syntax' }.severity", equalTo("error"))
                .body("findings.find { it.kind == 'syntax' }.row", equalTo("care-tier-2"))
                .body("findings.find { it.kind == 'syntax' }.column", equalTo("tier"))
                .body("findings.find { it.kind == 'syntax' }.at", greaterThan(0));
    }

    @Test
    void what_the_engine_cannot_compile_is_an_error() {
        check(shipped().replaceFirst("typeRef=\"care\"", "typeRef=\"nothing-of-this-name\""))
                .body("findings.findAll { it.kind == 'compilation' }.severity", hasItem("error"));
    }

    @Test
    void a_row_without_an_id_of_its_authors_gets_one_proposed() {
        check(shipped().replace("<rule id=\"care-tier-2\">", "<rule id=\"_3D8DFB5A-1CE4-4A5C-B1C3-0F5A6A3C9F11\">"))
                .body("findings.find { it.proposal != null }.kind", equalTo("row-id"));
    }

    @Test
    void the_catalogue_is_no_model_and_was_checked_when_it_was_saved() {
        String catalogue = text("catalogue", 1);
        analyst()
                .contentType("text/yaml")
                .body(catalogue)
                .put("/policies/catalogue/draft")
                .then()
                .statusCode(201);

        analyst().post("/policies/catalogue/draft/check").then().statusCode(409);
    }

    @Test
    void who_has_no_draft_has_nothing_to_check() {
        analyst().post(POLICY + "/draft/check").then().statusCode(404);
    }

    private static String shipped() {
        return text("engagement-model", 1);
    }

    private static ValidatableResponse check(String text) {
        analyst()
                .contentType("application/xml")
                .body(text)
                .put(POLICY + "/draft")
                .then()
                .statusCode(201);
        return analyst().post(POLICY + "/draft/check").then().statusCode(200);
    }
}
