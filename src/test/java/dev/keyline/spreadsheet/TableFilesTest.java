package dev.keyline.spreadsheet;

import static dev.keyline.spreadsheet.SheetTables.cell;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.keyline.engine.table.TableText;
import dev.keyline.policy.Policies;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table taken away as a file, edited, and brought back into a draft, over HTTP. */
@QuarkusTest
class TableFilesTest {
    private static final String TABLES = "/policies/engagement-model/tables";
    private static final String DRAFT = "/policies/engagement-model/draft";

    @Inject
    Jdbi jdbi;

    @Inject
    Policies policies;

    @Inject
    PolicyTables tables;

    @BeforeEach
    @AfterEach
    void none() {
        jdbi.useHandle(handle -> handle.execute("delete from policy_draft"));
    }

    @Test
    void an_unchanged_file_leaves_the_text_as_it_was() {
        for (SheetFormat format : SheetFormat.values()) {
            none();
            byte[] file = file(format);

            put(format, file)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"")
                    .body("added", hasSize(0))
                    .body("changed", hasSize(0))
                    .body("removed", hasSize(0));

            assertThat(tables.table("engagement-model", "draft", "analyst", care()))
                    .isEqualTo(shipped());
        }
    }

    @Test
    void a_table_is_found_by_the_name_of_its_decision_too() {
        byte[] file = as("analyst")
                .get(TABLES + "/care by tier.csv")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        assertThat(file).isEqualTo(file(SheetFormat.CSV));
        put(SheetFormat.CSV, file, DRAFT + "/tables/care by tier")
                .then()
                .statusCode(200)
                .body("changed", hasSize(0));
    }

    @Test
    void an_edited_file_changes_the_rows_of_the_draft_and_names_new_ones() {
        byte[] file = SheetTables.edited(file(SheetFormat.XLSX), sheet -> {
            int rows = shipped().rows().size();
            cell(sheet, 0, 2).setCellValue(9);
            for (int column = 1; column <= 5; column++) {
                cell(sheet, rows, column).setCellValue(column == 1 ? "\"Tier 0\"" : column == 4 ? "true" : "1");
            }
        });

        put(SheetFormat.XLSX, file)
                .then()
                .statusCode(200)
                .body("changed", equalTo(List.of("care-tier-1")))
                .body("added", hasSize(1))
                .body("added[0]", startsWith("care-by-tier-"));
        TableText.Row first = tables.table("engagement-model", "draft", "analyst", care())
                .rows()
                .get(0);
        assertThat(first.conclusions()).startsWith("9");
        as("analyst").get(TABLES + "?version=draft").then().body("items.id", hasItem(care()));
    }

    @Test
    void a_draft_is_not_overwritten_by_who_has_not_seen_it() {
        put(SheetFormat.CSV, file(SheetFormat.CSV)).then().statusCode(200);

        put(SheetFormat.CSV, file(SheetFormat.CSV)).then().statusCode(428);
        as("analyst")
                .header("If-Match", "\"7\"")
                .contentType("text/csv")
                .body(file(SheetFormat.CSV))
                .put(DRAFT + "/tables/" + care())
                .then()
                .statusCode(412);
        as("analyst")
                .header("If-Match", "\"1\"")
                .contentType("text/csv; charset=UTF-8")
                .body(file(SheetFormat.CSV))
                .put(DRAFT + "/tables/" + care())
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
    }

    @Test
    void wrong_cells_are_told_by_sheet_and_cell_and_no_draft_is_begun() {
        byte[] file = SheetTables.edited(file(SheetFormat.XLSX), sheet -> {
            cell(sheet, 0, 2).setCellFormula("1+1");
            cell(sheet, 1, 2).setCellValue("1 +");
            sheet.getRow(7).getCell(1).setCellValue("number");
        });

        put(SheetFormat.XLSX, file)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-input"))
                .body("errors", hasSize(3))
                .body("errors.pointer", hasItem(containsString("!C12")))
                .body("errors.pointer", hasItem(containsString("!C13")))
                .body("errors.pointer", hasItem(containsString("!B8")));
        as("analyst").get(DRAFT).then().statusCode(404);
    }

    @Test
    void a_file_that_is_too_large_is_413() {
        put(SheetFormat.XLSX, new byte[SheetFormat.MOST_BYTES + 1])
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/too-large"));
    }

    @Test
    void what_there_is_not_is_404_and_a_version_that_is_no_number_400() {
        as("analyst").get(TABLES + "/no-such-table.xlsx").then().statusCode(404);
        as("analyst").get(TABLES + "/" + care() + ".ods").then().statusCode(404);
        as("analyst").get(TABLES + "?version=77").then().statusCode(404);
        as("analyst").get(TABLES + "?version=draft").then().statusCode(404);
        as("analyst").get("/policies/no-such-policy/tables").then().statusCode(404);
        as("analyst").get(TABLES + "?version=newest").then().statusCode(400).body("errors.pointer", hasItem("version"));
        as("analyst")
                .get("/policies/early-warning/tables")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        put(SheetFormat.CSV, file(SheetFormat.CSV), "/policies/early-warning/draft/tables/x")
                .then()
                .statusCode(404);
    }

    @Test
    void the_file_s_name_is_the_table_s() {
        as("service")
                .get(TABLES + "/" + care() + ".csv?version=1")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString(care() + ".csv"));
    }

    private String care() {
        return shipped().id();
    }

    private TableText shipped() {
        return tables.tables("engagement-model", null, "analyst").stream()
                .filter(table -> table.decision().equals("care by tier"))
                .findFirst()
                .orElseThrow();
    }

    private byte[] file(SheetFormat format) {
        return as("analyst")
                .get(TABLES + "/" + care() + "." + format.ending())
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private Response put(SheetFormat format, byte[] file) {
        return put(format, file, DRAFT + "/tables/" + care());
    }

    private static Response put(SheetFormat format, byte[] file, String path) {
        return as("analyst").contentType(format.mediaType()).body(file).put(path);
    }

    private static RequestSpecification as(String user) {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs(SheetFormat.XLSX.mediaType(), ContentType.BINARY)
                                .encodeContentTypeAs(SheetFormat.CSV.mediaType(), ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .preemptive()
                .basic(user, "for-tests-only");
    }
}
