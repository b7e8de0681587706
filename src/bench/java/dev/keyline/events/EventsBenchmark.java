package dev.keyline.events;

import static org.awaitility.Awaitility.await;

import dev.keyline.kafka.Broker;
import dev.keyline.kafka.Neighbours;
import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** How fast signals of 10,000 accounts come in from Kafka, without the reviews they cause. */
@QuarkusTest
@QuarkusTestResource(value = Neighbours.class, restrictToAnnotatedClass = true)
class EventsBenchmark {
    private static final int ACCOUNTS = 10_000;
    private static final int SIGNALS = 100_000;
    private static final int RUNS = 3;

    @Inject
    Jdbi jdbi;

    @Test
    void signals_from_kafka() {
        EmptyPortfolio.make(jdbi);
        jdbi.useHandle(handle -> handle.execute(
                "insert into account (id, name) select 'a' || n, 'A' from generate_series(0, ?) as n", ACCOUNTS - 1));
        for (int run = 0; run < RUNS; run++) {
            int first = run * SIGNALS;
            long begin = System.nanoTime();
            write(Neighbours.broker(), first);
            await().pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofMinutes(10))
                    .until(() -> signals() >= first + SIGNALS);
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf("%,d signals written and taken: %.1f s, %,.0f/s%n", SIGNALS, seconds, SIGNALS / seconds);
        }
    }

    private static void write(Broker broker, int first) {
        for (int key = 0; key < 10; key++) {
            int from = first + key * SIGNALS / 10;
            broker.write(
                    Neighbours.EVENTS,
                    "k" + key,
                    Map.of(),
                    IntStream.range(from, from + SIGNALS / 10)
                            .mapToObj(i -> "{\"type\":\"signal\",\"account\":\"a" + i * 7919L % ACCOUNTS
                                    + "\",\"id\":\"s" + i + "\",\"kind\":\"reorganisation\",\"detail\":\"told by the CRM\"}")
                            .toList());
        }
    }

    private long signals() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select count(*) from signal").mapTo(Long.class).one());
    }
}
