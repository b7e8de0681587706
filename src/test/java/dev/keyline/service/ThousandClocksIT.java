package dev.keyline.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keyline.jdbc.UnpackedPostgres;
import io.restassured.specification.RequestSpecification;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas on one database: a thousand clocks that are due in the same second, and a review that is due at night. */
class ThousandClocksIT {
    private static final int ACCOUNTS = 1_000;
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    @TempDir
    Path dataDir;

    @Test
    void each_clock_fires_once_and_the_night_has_one_review() throws Exception {
        try (EmbeddedPostgres postgres = UnpackedPostgres.start();
                PackagedService one = start("one", postgres);
                PackagedService two = start("two", postgres)) {
            Jdbi jdbi = Jdbi.create(postgres.getPostgresDatabase());
            takeIn(one);
            review(one);
            Instant due = firstStep(jdbi);
            assertThat(jdbi.<Integer, RuntimeException>withHandle(handle -> handle.createQuery("""
                                    select count(*) from account_case
                                    where kind = 'escalation' and clock -> 'rungs' -> 1 ->> 'dueAt' = :due
                                    """)
                            .bind("due", due.toString())
                            .mapTo(Integer.class)
                            .one()))
                    .as("all are due at the same instant")
                    .isEqualTo(ACCOUNTS);

            as(two).body(Map.of("now", due.minusSeconds(3).toString()))
                    .put("/rehearsal/clock")
                    .then()
                    .statusCode(200);
            await().atMost(DEADLINE).until(() -> fired(jdbi) >= ACCOUNTS);

            assertThat(fired(jdbi)).as("each once").isEqualTo(ACCOUNTS);
            System.out.printf(
                    "1,000 clocks due in the same second, two replicas: fired after %s ms (first, median, last)%n",
                    lateness(jdbi, due));

            // a weekend may have passed, and its nights with it
            await().atMost(DEADLINE).until(() -> nightly(one, "running") == 0);
            int before = nightly(one, "finished");
            OffsetDateTime early = due.atOffset(ZoneOffset.UTC).with(LocalTime.of(2, 0));
            Instant night = (early.toInstant().isAfter(due) ? early : early.plusDays(1)).toInstant();
            as(one).body(Map.of("now", night.minusSeconds(2).toString()))
                    .put("/rehearsal/clock")
                    .then()
                    .statusCode(200);
            await().atMost(DEADLINE).until(() -> nightly(one, "finished") == before + 1);
            assertThat(nightly(one, "running")).isZero();
        }
    }

    private PackagedService start(String name, EmbeddedPostgres postgres) {
        return PackagedService.start(
                dataDir.resolve(name),
                "quarkus.datasource.jdbc.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username=postgres",
                "quarkus.datasource.password=postgres",
                "keyline.reviews.schedule=0 0 2 * * *",
                "keyline.clock.rehearsal=true");
    }

    private static void takeIn(PackagedService service) {
        String accounts = rows("id,name", "C%1$05d,Clocked %1$d");
        String tickets = rows(
                "id,account_id,subject,severity,escalated,sentiment,opened_at",
                "T%1$05d,C%1$05d,Down,critical,true,negative," + Instant.now().minusSeconds(600));
        int rejected = given().baseUri(service.url())
                .auth()
                .preemptive()
                .basic("operator", PackagedService.PASSWORD)
                .multiPart("mapping", "keyline")
                .multiPart("file", "account.csv", accounts.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("file", "ticket.csv", tickets.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/portfolio/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("rejected");
        assertThat(rejected).isZero();
    }

    private static String rows(String header, String format) {
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(format::formatted)
                .collect(Collectors.joining("\n", header + "\n", "\n"));
    }

    private static void review(PackagedService service) {
        String id = as(service).post("/reviews").path("id");
        await().atMost(DEADLINE)
                .until(() -> "finished".equals(as(service).get("/reviews/" + id).path("state")));
    }

    private static int nightly(PackagedService service, String state) {
        return as(service)
                .get("/reviews")
                .path("items.findAll { it.createdBy == 'schedule' && it.state == '" + state + "' }.size()");
    }

    private static Instant firstStep(Jdbi jdbi) {
        return Instant.parse(jdbi.withHandle(handle -> handle.createQuery(
                        "select clock -> 'rungs' -> 1 ->> 'dueAt' from account_case where kind = 'escalation' limit 1")
                .mapTo(String.class)
                .one()));
    }

    private static int fired(Jdbi jdbi) {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select count(*) from case_event e join account_case c on c.id = e.case_id
                        where e.what = 'rung-reached' and c.kind = 'escalation'
                        """).mapTo(Integer.class).one());
    }

    private static List<Long> lateness(Jdbi jdbi, Instant due) {
        List<Long> millis = jdbi.withHandle(handle -> handle.createQuery("""
                        select e.at from case_event e join account_case c on c.id = e.case_id
                        where e.what = 'rung-reached' and c.kind = 'escalation' order by e.at
                        """)
                .map((row, context) -> Duration.between(
                                due, row.getTimestamp("at").toInstant())
                        .toMillis())
                .list());
        return List.of(millis.get(0), millis.get(millis.size() / 2), millis.get(millis.size() - 1));
    }

    private static RequestSpecification as(PackagedService service) {
        return given().baseUri(service.url())
                .contentType("application/json")
                .auth()
                .preemptive()
                .basic("operator", PackagedService.PASSWORD);
    }
}
