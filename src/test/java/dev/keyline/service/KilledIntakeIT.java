package dev.keyline.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keyline.jdbc.UnpackedPostgres;
import dev.keyline.kafka.Broker;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signals from Kafka while the service is killed and the broker restarted: none is lost, every account is decided anew. */
class KilledIntakeIT {
    private static final String TOPIC = "account-events";

    /** 100,000 with {@code -Pproof}. */
    private static final int SIGNALS = Integer.getInteger("keyline.proof.signals", 3_000);

    private static final int ACCOUNTS = SIGNALS / 10;
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    @TempDir
    Path dataDir;

    @Test
    void no_signal_is_lost_and_every_account_is_decided_anew() throws Exception {
        try (EmbeddedPostgres postgres = UnpackedPostgres.start();
                Broker broker = new Broker()) {
            broker.makeTopic(TOPIC, 4);
            Jdbi jdbi = Jdbi.create(postgres.getPostgresDatabase());
            long begin;
            try (PackagedService service = start(postgres, broker)) {
                takeIn(service);
                begin = System.nanoTime();
                write(broker);
                await().atMost(DEADLINE).until(() -> count(jdbi, "signal") > SIGNALS / 4);
                service.kill();
            }
            broker.stop();
            broker.start();
            try (PackagedService service = start(postgres, broker)) {
                await().atMost(DEADLINE)
                        .until(() -> count(jdbi, "signal") >= SIGNALS && count(jdbi, "account_to_review") == 0);
                System.out.printf(
                        "%,d signals on %,d accounts decided anew over a kill and a broker's restart: %.1f s%n",
                        SIGNALS, ACCOUNTS, (System.nanoTime() - begin) / 1e9);
                assertThat(count(jdbi, "signal")).isEqualTo(SIGNALS);
                assertThat(decidedAnew(jdbi)).isEqualTo(ACCOUNTS);
                assertThat(count(jdbi, "refused_event")).isZero();
            }
        }
    }

    private PackagedService start(EmbeddedPostgres postgres, Broker broker) {
        return PackagedService.start(
                dataDir,
                "quarkus.datasource.jdbc.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username=postgres",
                "quarkus.datasource.password=postgres",
                "keyline.kafka.bootstrap-servers=" + broker.address(),
                "keyline.kafka.events-topic=" + TOPIC);
    }

    private static void takeIn(PackagedService service) {
        String accounts = IntStream.range(0, ACCOUNTS)
                .mapToObj("a%1$d,Account %1$d"::formatted)
                .collect(Collectors.joining("\n", "id,name\n", "\n"));
        int rejected = given().baseUri(service.url())
                .auth()
                .preemptive()
                .basic("operator", PackagedService.PASSWORD)
                .multiPart("mapping", "keyline")
                .multiPart("file", "account.csv", accounts.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/portfolio/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("rejected");
        assertThat(rejected).isZero();
    }

    private static void write(Broker broker) {
        for (int key = 0; key < 10; key++) {
            broker.write(
                    TOPIC,
                    "k" + key,
                    Map.of(),
                    IntStream.range(key * SIGNALS / 10, (key + 1) * SIGNALS / 10)
                            .mapToObj(
                                    i -> "{\"type\":\"signal\",\"account\":\"a" + i * 7919L % ACCOUNTS + "\",\"id\":\"s"
                                            + i + "\",\"kind\":\"reorganisation\",\"detail\":\"told by the CRM\"}")
                            .toList());
        }
    }

    private static long decidedAnew(Jdbi jdbi) {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select count(distinct account_id) from account_outcome o
                        where policy = 'contingency-events'
                          and exists (select from signal s where s.account_id = o.account_id)
                        """).mapTo(Long.class).one());
    }

    private static long count(Jdbi jdbi, String table) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }
}
