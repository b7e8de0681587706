package dev.keyline.scenario;

import static dev.keyline.scenario.Planned.get;
import static dev.keyline.scenario.Planned.manager;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Assignments that go out in a file and come back from one. */
@QuarkusTest
class PlanFilesTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    Planned planned;

    @Test
    void a_plan_goes_out_as_csv_with_all_that_a_checker_needs() {
        String csv = text(get("/plans/" + planned.settled() + "/export"));

        List<String> lines = csv.lines().toList();
        assertThat(lines.get(0))
                .isEqualTo(
                        "\ufeffaccount,name,tier,points,annualRevenue,region,language,industry,renewalOn,accountManager,"
                                + "accountManagerName,sponsor,sponsorName,sponsorNeeded,before,sponsorBefore,moved,pinned,"
                                + "sponsorMissing,reason");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).startsWith("acme,Acme,not a key account,10,100000,,,,,ann,Ann,,,no,ann,,no,");
        assertThat(lines.get(3)).startsWith("corn,Corn,not a key account,60,900000,,,,,ann,Ann,eve,Eve,yes,ann,,no,");
    }

    @Test
    void a_name_that_looks_like_a_formula_is_none() {
        String plan = planned.finished("""
                {"scoreLimit": 100, "demand": [{"id": "a", "name": "=1+1", "points": 1}],
                 "people": [{"id": "ann", "kind": "account-manager"}]}
                """);

        assertThat(text(get("/plans/" + plan + "/export?format=csv"))).contains("a,'=1+1,");
    }

    @Test
    void an_edited_file_comes_back_as_a_plan() {
        String settled = planned.settled();
        String csv = text(get("/plans/" + settled + "/export")).replace("10,50000,,,,,ann,Ann", "10,50000,,,,,bob,Ann");

        String taken = planned.ended(take(settled, "text/csv", csv.getBytes(StandardCharsets.UTF_8))
                .statusCode(202)
                .extract()
                .path("id"));

        get("/plans/" + taken)
                .body("origin", equalTo("imported"))
                .body("parent", equalTo(settled))
                .body("name", equalTo("Back"))
                .body("score", startsWith("0hard/0medium/"));
        get("/plans/" + taken + "/assignments").body("items.accountManager.id", contains("ann", "bob", "ann"));
    }

    @Test
    void a_workbook_comes_back_as_the_same_plan() {
        String settled = planned.settled();
        byte[] workbook = get("/plans/" + settled + "/export?format=xlsx")
                .statusCode(200)
                .contentType(XLSX)
                .extract()
                .asByteArray();

        String taken = planned.ended(
                take(settled, XLSX, workbook).statusCode(202).extract().path("id"));

        assertThat(get("/plans/" + taken).extract().<String>path("score"))
                .isEqualTo(get("/plans/" + settled).extract().path("score"));
    }

    @Test
    void every_bad_cell_is_named_and_no_plan_is_made() {
        String settled = planned.settled();
        take(settled, "text/csv", """
                account;sponsor;accountManager
                acme;;zoe
                zinc;;ann
                bolt;;ann
                bolt;;ann
                """.getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("errors.pointer", contains("C2", "A3", "A5"))
                .body("errors.detail[2]", containsString("bolt stands in A4 already"));
        take(settled, "text/csv", "account,manager\nacme,ann\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body(
                        "errors.detail",
                        contains(
                                "the first line has no column accountManager", "the first line has no column sponsor"));
        take(settled, "text/csv", "account,accountManager,sponsor\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(400);
        take(settled, XLSX, "no workbook".getBytes(StandardCharsets.UTF_8)).statusCode(400);
    }

    @Test
    void an_assignment_that_breaks_something_is_named_by_its_cell() {
        take(planned.settled(), "text/csv", """
                account,accountManager,sponsor
                corn,ann,
                acme,eve,
                """.getBytes(StandardCharsets.UTF_8))
                .statusCode(400);
        take(
                        planned.finished("{%s, \"people\": [%s]}"
                                .formatted(
                                        Planned.BOOK
                                                .substring(0, Planned.BOOK.indexOf("\"people\""))
                                                .strip()
                                                .replaceAll(",$", ""),
                                        "{\"id\": \"ann\", \"kind\": \"account-manager\", \"capacity\": 65},"
                                                + " {\"id\": \"bob\", \"kind\": \"account-manager\"}")),
                        "text/csv",
                        "account,accountManager,sponsor\nacme,ann,\ncorn,ann,\nbolt,bob,\n"
                                .getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("errors.detail[0]", containsString("ann"));
    }

    @Test
    void a_format_that_nobody_writes_is_refused() {
        get("/plans/" + planned.settled() + "/export?format=pdf").statusCode(400);
        get("/plans/0190c6a4-7d2b-7c3e-9a51-2f6f1b0a4c11/export").statusCode(404);
    }

    private static String text(ValidatableResponse response) {
        return new String(response.statusCode(200).extract().asByteArray(), StandardCharsets.UTF_8);
    }

    private static ValidatableResponse take(String from, String type, byte[] file) {
        return manager()
                .contentType(type)
                .body(file)
                .post("/plans/imports?name=Back&from=" + from)
                .then();
    }
}
