package dev.keyline.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service killed in the middle of a review and started again. */
class KilledReviewIT {
    /** 20,000 with {@code -Pproof}. */
    private static final int ACCOUNTS = Integer.getInteger("keyline.proof.accounts", 2_000);

    private static final long DEADLINE_NANOS = 600_000_000_000L;

    @TempDir
    Path dataDir;

    @Test
    void loses_no_recorded_decision_shows_nothing_half_written_and_goes_on() {
        String review;
        List<String> recorded;
        try (PackagedService service = PackagedService.start(dataDir)) {
            takeIn(service);
            review =
                    at(service).contentType("application/json").post("/reviews").path("id");
            JsonPath halfway = await(service, review, now -> now.getInt("decided") > 0);
            assertThat(halfway.getString("state")).isEqualTo("running");
            assertThat(halfway.getInt("decided")).isLessThan(ACCOUNTS);
            recorded = decisionsOf(service, review);
            assertThat(tiers(service))
                    .as("nothing holds before the review is finished")
                    .containsOnlyNulls();
            service.kill();
        }

        try (PackagedService service = PackagedService.start(dataDir)) {
            assertThat(service.log()).contains("killed process left behind");
            JsonPath finished = await(service, review, now -> !"running".equals(now.getString("state")));
            assertThat(finished.getString("state")).isEqualTo("finished");
            assertThat(finished.getInt("accounts")).isEqualTo(ACCOUNTS);
            assertThat(finished.getInt("decided")).isEqualTo(ACCOUNTS);
            assertThat(recorded)
                    .isNotEmpty()
                    .allSatisfy(
                            id -> assertThat(at(service).get("/decisions/" + id).statusCode())
                                    .isEqualTo(200));
            List<Integer> decidedByPolicy =
                    at(service).get("/reviews/" + review + "/summary").path("accounts");
            assertThat(decidedByPolicy).hasSizeGreaterThan(5).containsOnly(ACCOUNTS);
            assertThat(tiers(service)).doesNotContainNull();
        }
    }

    private static void takeIn(PackagedService service) {
        String rows = IntStream.range(0, ACCOUNTS)
                .mapToObj(n -> "K%05d,Kept %d,Retail,%d,1000000,USD".formatted(n, n, n))
                .collect(Collectors.joining(
                        "\n", "id,name,industry,employees,annual_turnover,turnover_currency\n", "\n"));
        int rejected = at(service)
                .multiPart("mapping", "keyline")
                .multiPart("file", "account.csv", rows.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/portfolio/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("rejected");
        assertThat(rejected).isZero();
    }

    private static JsonPath await(PackagedService service, String review, Predicate<JsonPath> wanted) {
        long deadline = System.nanoTime() + DEADLINE_NANOS;
        JsonPath now = at(service).get("/reviews/" + review).jsonPath();
        while (!wanted.test(now)) {
            assertThat(System.nanoTime()).as("still %s", now.getMap("")).isLessThan(deadline);
            now = at(service).get("/reviews/" + review).jsonPath();
        }
        return now;
    }

    private static List<String> decisionsOf(PackagedService service, String review) {
        return at(service).get("/decisions?limit=50&review=" + review).path("items.id");
    }

    private static List<String> tiers(PackagedService service) {
        return at(service).get("/accounts?limit=20").path("items.tier");
    }

    private static RequestSpecification at(PackagedService service) {
        return given().baseUri(service.url()).auth().preemptive().basic("operator", PackagedService.PASSWORD);
    }
}
