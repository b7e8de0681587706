package dev.keyline.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The book of src/docs/metrics.md. For 2025-03 the opening day is 2024-03-31 and the closing day 2025-03-31. */
@QuarkusTest
class HandWorkedMetricsTest {
    @Inject
    Jdbi jdbi;

    private AccountBook book() {
        return new AccountBook(jdbi)
                .rate("EUR", "2024-03-01", "1.00")
                .rate("EUR", "2025-03-01", "1.20")
                .rate("EUR", "2025-04-01", "2.00")
                .account("alder", "North", null)
                .contract("alder", "2023-07-01", "2025-06-30", 100_000, "USD")
                .account("birch", "North", null)
                .contract("birch", "2023-10-01", "2024-09-30", 50_000, "USD")
                .contract("birch", "2024-10-01", "2025-09-30", 80_000, "USD")
                .account("cedar", "North", null)
                .contract("cedar", "2023-01-01", "2024-12-31", 40_000, "USD")
                .account("dogwood", "South", null)
                .contract("dogwood", "2024-01-01", "2025-12-31", 60_000, "USD")
                .contract("dogwood", "2024-01-01", "2024-12-31", 20_000, "USD")
                .account("elm", "South", null)
                .contract("elm", "2024-03-16", "2025-03-15", 30_000, "EUR")
                .contract("elm", "2025-04-10", "2026-04-09", 33_000, "EUR")
                .account("fir", "South", null)
                .contract("fir", "2025-03-15", "2026-03-14", 25_000, "USD")
                .account("gorse", null, null)
                .contract("gorse", "2025-04-01", "2026-03-31", 90_000, "USD")
                .account("hazel", null, null)
                .contract("hazel", "2023-01-01", "2026-12-31", 0, "USD");
    }

    @Test
    void revenue_is_retained_lost_and_grown_as_worked_by_hand() {
        book();
        JsonPath whole = report("asOf=2025-03")
                .statusCode(200)
                .body("openingDay", equalTo("2024-03-31"))
                .body("closingDay", equalTo("2025-03-31"))
                .body("complete", equalTo(true))
                .body("segments.segment.name", contains("all accounts"))
                .extract()
                .jsonPath();

        // opening 100 + 50 + 40 + 80 + 36 = 306, closing 100 + 80 + 0 + 60 + 36 = 276
        assertValue(whole, "nrr", "0.9020", "276000", "306000");
        // the smaller of the two 100 + 50 + 0 + 60 + 36 = 246
        assertValue(whole, "grr", "0.8039", "246000", "306000");
        assertValue(whole, "logo-churn", "0.2000", "1", "5");
        assertValue(whole, "logo-retention", "0.8000", "4", "5");
        // customers now 100 + 80 + 60 + 36 + 25 = 301, a mean of 60.2
        assertValue(whole, "ltv", "301000.00", "60200", "0.2");
        // 20 % of five is one, the largest
        assertValue(whole, "concentration", "0.3322", "100000", "301000");
    }

    @Test
    void each_region_is_measured_by_itself() {
        book();
        JsonPath regions = report("asOf=2025-03&by=region")
                .body("segments.segment.id", contains("North", "South"))
                .extract()
                .jsonPath();

        // 100 + 80 + 0 of 100 + 50 + 40; 60 + 36 of 80 + 36
        assertThat(number(regions, "segments[0].values.find { it.metric == 'nrr' }.value"))
                .isEqualByComparingTo("0.9474");
        assertThat(number(regions, "segments[1].values.find { it.metric == 'nrr' }.value"))
                .isEqualByComparingTo("0.8276");
        // nobody left the South
        assertThat(number(regions, "segments[1].values.find { it.metric == 'logo-churn' }.value"))
                .isEqualByComparingTo("0");
        assertThat(regions.getString("segments[1].values.find { it.metric == 'ltv' }.reason"))
                .contains("No customer of 2024-03-31 has left");
    }

    @Test
    void the_pareto_curve_goes_from_the_largest_account_to_all() {
        book();
        given().auth()
                .preemptive()
                .basic("auditor", "for-tests-only")
                .get("/metrics/concentration?asOf=2025-03")
                .then()
                .statusCode(200)
                .body("segments[0].points.accounts", contains(1, 2, 3, 4, 5))
                .body("segments[0].points.revenue", contains(100000.0f, 180000.0f, 240000.0f, 276000.0f, 301000.0f))
                .body("segments[0].points[4].ofRevenue", equalTo(1.0f))
                // three make 240 of 301, which is 79.7 %
                .body("segments[0].accountsOf80Percent", equalTo(4));
    }

    @Test
    void a_month_counts_a_contract_from_its_first_day_and_a_late_renewal_on() {
        book();
        JsonPath series = series("metric=concentration&from=2025-02&to=2025-04").jsonPath();

        // February without Fir, who starts on 15 March, and the euro still at 1.00: 100 + 80 + 60 + 30
        assertThat(number(series, "segments[0].points[0].measured.denominator")).isEqualByComparingTo("270000");
        // March: Elm's gap from 16 March to 9 April is bridged
        assertThat(number(series, "segments[0].points[1].measured.denominator")).isEqualByComparingTo("301000");
        // April: Elm at 33,000 € of 2.00, and Gorse: 100 + 80 + 60 + 66 + 25 + 90
        assertThat(number(series, "segments[0].points[2].measured.denominator")).isEqualByComparingTo("421000");
    }

    @Test
    void a_longer_gap_is_a_loss_and_a_return() {
        new AccountBook(jdbi)
                .account("ivy", null, null)
                .contract("ivy", "2023-01-01", "2024-12-31", 10, "USD")
                .contract("ivy", "2025-02-01", "2025-12-31", 10, "USD");

        // 32 days after the end: no customer at the end of January, one again at the end of February
        assertThat(series("metric=logo-churn&from=2024-12&to=2025-02")
                        .jsonPath()
                        .getList("segments[0].points.measured.value", Float.class))
                .containsExactly(0f, 1f, 0f);
    }

    @Test
    void an_account_without_a_rate_is_left_out_of_money_and_stays_a_logo() {
        book().account("juniper", null, null).contract("juniper", "2023-01-01", "2026-12-31", 7_000_000, "XTS");

        JsonPath whole = report("asOf=2025-03").extract().jsonPath();
        assertValue(whole, "nrr", "0.9020", "276000", "306000");
        assertThat(whole.getInt("segments[0].values.find { it.metric == 'nrr' }.leftOut"))
                .isEqualTo(1);
        assertValue(whole, "logo-churn", "0.1667", "1", "6");
        assertValue(whole, "concentration", "0.3322", "100000", "301000");
    }

    @Test
    void nothing_to_divide_by_is_null_with_a_reason() {
        new AccountBook(jdbi);
        report("asOf=2025-03")
                .statusCode(200)
                .body("segments[0].values.metric.size()", equalTo(Metric.values().length))
                .body("segments[0].values.value", everyItem(nullValue()))
                .body(
                        "segments[0].values.find { it.metric == 'nrr' }.reason",
                        equalTo("No account had a running contract on 2024-03-31."))
                .body(
                        "segments[0].values.find { it.metric == 'nps' }.reason",
                        equalTo("There is no NPS reading from 2024-04-01 to 2025-03-31."))
                .body(
                        "segments[0].values.find { it.metric == 'sponsor-coverage' }.reason",
                        equalTo("There was no Tier 1 account on 2025-03-31."));
        report("asOf=2025-03&by=manager").statusCode(200).body("segments.size()", equalTo(0));
    }

    @Test
    void a_value_stands_beside_its_target_and_the_row_that_says_so() {
        book();
        report("asOf=2025-03")
                .body(of("nrr", "target.policy"), equalTo("portfolio-targets"))
                .body(of("nrr", "target.target"), equalTo(1.06f))
                .body(of("nrr", "target.better"), equalTo("higher"))
                .body(of("nrr", "target.band"), equalTo("red"))
                .body(of("nrr", "target.rules.ruleId"), hasItems("target-nrr-all", "band-red"))
                // 20 % is the limit, and not beyond it
                .body(of("logo-churn", "target.limit"), equalTo(0.2f))
                .body(of("logo-churn", "target.band"), equalTo("yellow"))
                .body(of("nps", "value"), nullValue())
                .body(of("nps", "target.band"), equalTo("not measured"))
                .body(of("sponsor-coverage", "target.target"), equalTo(1));
    }

    private static String of(String metric, String part) {
        return "segments[0].values.find { it.metric == '" + metric + "' }." + part;
    }

    @Test
    void the_guide_defines_what_the_service_defines() throws IOException {
        String guide = Files.readString(Path.of("src/docs/metrics.md"));
        for (Map<String, String> definition : given().auth()
                .preemptive()
                .basic("analyst", "for-tests-only")
                .get("/metrics/definitions")
                .jsonPath()
                .<Map<String, String>>getList("")) {
            assertThat(guide)
                    .contains("| `%s` | %s | %s | %s | %s |"
                            .formatted(
                                    definition.get("metric"),
                                    definition.get("unit"),
                                    definition.get("formula"),
                                    definition.get("counted"),
                                    definition.get("source")));
        }
    }

    @Test
    void what_cannot_be_asked_is_named() {
        report("asOf=March").statusCode(400).body("errors.pointer", contains("asOf"));
        report("asOf=2999-01").statusCode(400).body("errors[0].detail", containsString("must be a month from"));
        report("by=country").statusCode(400).body("errors.pointer", contains("by"));
        series("metric=profit").then().statusCode(400).body("errors.pointer", contains("metric"));
        series("to=2025-01").then().statusCode(400).body("errors.pointer", contains("metric"));
        series("metric=nrr&from=2025-03&to=2025-01").then().statusCode(400).body("errors.pointer", contains("from"));
        series("metric=nrr&from=2001-01&to=2025-01").then().statusCode(400).body("errors.pointer", contains("from"));
    }

    @Test
    void the_month_that_runs_is_measured_up_to_today() {
        book();
        report("by=").statusCode(200).body("complete", equalTo(true));
        series("metric=logo-churn").then().body("segments[0].points.size()", equalTo(12));
    }

    @Test
    void a_spreadsheet_gets_rows() {
        book();
        String csv = given().auth()
                .preemptive()
                .basic("manager", "for-tests-only")
                .accept("text/csv")
                .get("/metrics/series?metric=nrr&from=2025-03&to=2025-03&by=region")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract()
                .asString();
        assertThat(csv.lines())
                .anyMatch(line -> line.startsWith("2025-03,North,North,nrr,0.9474,share,180000,190000,3,0,,"));
        assertThat(given().auth()
                        .preemptive()
                        .basic("manager", "for-tests-only")
                        .accept("text/csv")
                        .get("/metrics/concentration?asOf=2025-03")
                        .asString())
                .contains("2025-03,,all accounts,1,0.2000,100000.00,0.3322");
    }

    private static void assertValue(
            JsonPath report, String metric, String value, String numerator, String denominator) {
        String found = "segments[0].values.find { it.metric == '" + metric + "' }.";
        assertThat(number(report, found + "value")).as(metric).isEqualByComparingTo(value);
        assertThat(number(report, found + "numerator")).as(metric).isEqualByComparingTo(numerator);
        assertThat(number(report, found + "denominator")).as(metric).isEqualByComparingTo(denominator);
    }

    private static BigDecimal number(JsonPath json, String path) {
        return new BigDecimal(json.getString(path));
    }

    private static ValidatableResponse report(String query) {
        return given().auth()
                .preemptive()
                .basic("manager", "for-tests-only")
                .get("/metrics?" + query)
                .then();
    }

    private static io.restassured.response.Response series(String query) {
        return given().auth().preemptive().basic("manager", "for-tests-only").get("/metrics/series?" + query);
    }
}
