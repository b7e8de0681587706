package dev.keyline.coverage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The files that a service gives out hold enough to work the score out again. */
@QuarkusTest
class ExportedScoreTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final PlanInput INPUT =
            Books.running(Books.generated(150, 12, 4, 11), 11, Duration.ofSeconds(30), 1_000L);

    @Inject
    Jdbi jdbi;

    @Inject
    Plans plans;

    private UUID plan = new UUID(0, 0);

    @BeforeEach
    void solve() {
        plan = submitted(INPUT);
    }

    private UUID submitted(PlanInput input) {
        UUID id = jdbi.inTransaction(handle -> plans.submit(handle, input, "test"));
        return ended(id);
    }

    private UUID ended(UUID id) {
        plans.begin();
        Objects.requireNonNull(plans.events(id).collect().last().await().atMost(Duration.ofMinutes(2)));
        return id;
    }

    @Test
    void a_csv_is_worth_what_the_plan_says() {
        String csv = new String(export("csv"), StandardCharsets.UTF_8).substring(1); // its byte order mark

        assertThat(score(csv)).isEqualTo(plans.get(plan).score());
    }

    @Test
    void a_workbook_is_worth_what_the_plan_says() throws IOException {
        assertThat(score(csvOf(export("xlsx")))).isEqualTo(plans.get(plan).score());
    }

    @Test
    void what_comes_back_from_either_is_worth_the_same() {
        for (String format : new String[] {"csv", "xlsx"}) {
            String taken = given().auth()
                    .preemptive()
                    .basic("manager", "for-tests-only")
                    .contentType(format.equals("csv") ? "text/csv" : XLSX)
                    .body(export(format))
                    .post("/plans/imports?from=" + plan)
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");

            assertThat(plans.get(ended(UUID.fromString(taken))).score())
                    .as(format)
                    .isEqualTo(plans.get(plan).score());
        }
    }

    private byte[] export(String format) {
        return given().auth()
                .preemptive()
                .basic("auditor", "for-tests-only")
                .get("/plans/" + plan + "/export?format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static String score(String csv) {
        return ScoreFromCsv.of(INPUT, new CoverageProblem(INPUT).fairLoad(), csv);
    }

    /** What a spreadsheet would save as CSV, of the three columns that the score needs. */
    private static String csvOf(byte[] workbook) throws IOException {
        StringBuilder csv = new StringBuilder();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            Sheet sheet = book.getSheetAt(0);
            Row header = sheet.getRow(0);
            for (Row row : sheet) {
                header.forEach(cell -> {
                    if (cell.getStringCellValue().matches("account|accountManager|sponsor")) {
                        csv.append(row.getCell(cell.getColumnIndex()).getStringCellValue())
                                .append(cell.getStringCellValue().equals("sponsor") ? "\n" : ",");
                    }
                });
            }
        }
        return csv.toString();
    }
}
