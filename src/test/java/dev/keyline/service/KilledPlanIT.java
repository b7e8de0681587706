package dev.keyline.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service killed in the middle of a plan's solve and started again. */
class KilledPlanIT {
    private static final int ACCOUNTS = 400;
    private static final int MANAGERS = 40;
    private static final long DEADLINE_NANOS = 240_000_000_000L;

    /** What a plan is worth, the better the greater. */
    private record Score(long medium, long soft) implements Comparable<Score> {
        static Score of(String text) {
            String[] parts = text.split("/", -1);
            assertThat(parts[0]).isEqualTo("0hard");
            return new Score(
                    Long.parseLong(parts[1].replace("medium", "")), Long.parseLong(parts[2].replace("soft", "")));
        }

        @Override
        public int compareTo(Score other) {
            return Comparator.comparingLong(Score::medium)
                    .thenComparingLong(Score::soft)
                    .compare(this, other);
        }
    }

    @TempDir
    Path dataDir;

    @Test
    void goes_on_from_the_best_that_was_shown_in_what_was_left_of_its_time() {
        String plan;
        JsonPath halfway;
        try (PackagedService service = PackagedService.start(dataDir)) {
            plan = at(service).body(book()).post("/plans").path("id");
            await(service, plan, now -> now.getDouble("progress") > 0.4);
            halfway = await(service, plan, now -> now.get("best.score") != null);
            assertThat(halfway.getString("state")).isEqualTo("running");
            service.kill();
        }

        try (PackagedService service = PackagedService.start(dataDir)) {
            JsonPath again = at(service).get("/plans/" + plan).jsonPath();
            assertThat(again.getDouble("progress")).isGreaterThanOrEqualTo(halfway.getDouble("progress"));
            JsonPath finished = await(service, plan, now -> {
                assertThat(now.getDouble("progress")).isGreaterThanOrEqualTo(again.getDouble("progress"));
                return !"running".equals(now.getString("state"));
            });
            assertThat(finished.getString("state")).isEqualTo("finished");
            assertThat(Score.of(finished.getString("score")))
                    .isGreaterThanOrEqualTo(Score.of(halfway.getString("best.score")));
            assertThat(finished.getInt("counts.covered") + finished.getInt("counts.uncovered"))
                    .isEqualTo(ACCOUNTS);
        }
    }

    /** Full enough that nothing ends the solve early. */
    private static String book() {
        SplittableRandom random = new SplittableRandom(1);
        String accounts = IntStream.range(0, ACCOUNTS)
                .mapToObj(n -> """
                        {"id": "a%d", "points": %d.%d, "annualRevenue": %d, "accountManager": "m%d", "region": "r%d"}""".formatted(
                                n,
                                random.nextInt(4, 15),
                                random.nextInt(10),
                                random.nextInt(1_000, 900_000),
                                random.nextInt(MANAGERS),
                                random.nextInt(5)))
                .collect(Collectors.joining(","));
        String people = IntStream.range(0, MANAGERS)
                .mapToObj(n -> """
                        {"id": "m%d", "kind": "account-manager", "regions": ["r%d", "r%d"]}""".formatted(n, n % 5, (n + 1) % 5))
                .collect(Collectors.joining(","));
        return "{\"timeLimit\": \"PT40S\", \"demand\": [" + accounts + "], \"people\": [" + people + "]}";
    }

    private static JsonPath await(PackagedService service, String plan, Predicate<JsonPath> wanted) {
        long deadline = System.nanoTime() + DEADLINE_NANOS;
        JsonPath now = at(service).get("/plans/" + plan).jsonPath();
        while (!wanted.test(now)) {
            assertThat(System.nanoTime()).as("still %s", now.getMap("")).isLessThan(deadline);
            now = at(service).get("/plans/" + plan).jsonPath();
        }
        return now;
    }

    private static RequestSpecification at(PackagedService service) {
        return given().baseUri(service.url())
                .contentType("application/json")
                .auth()
                .preemptive()
                .basic("manager", PackagedService.PASSWORD);
    }
}
