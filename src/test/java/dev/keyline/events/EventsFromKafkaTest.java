package dev.keyline.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import dev.keyline.kafka.Broker;
import dev.keyline.kafka.KafkaReader;
import dev.keyline.kafka.KafkaSettings;
import dev.keyline.kafka.Neighbours;
import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class EventsFromKafkaTest {
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    @Inject
    Jdbi jdbi;

    private final Broker broker = Neighbours.broker();

    @BeforeEach
    void accounts() {
        EmptyPortfolio.make(jdbi);
        jdbi.useHandle(handle -> {
            handle.execute("truncate refused_event, account_to_review");
            handle.execute("insert into account (id, name) select 'a' || n, 'A' from generate_series(0, 9) as n");
        });
    }

    @Test
    void signals_are_taken_though_the_broker_restarts_among_them() {
        writeSignals(0, 500);
        untilSignals(1);
        broker.stop();
        broker.start();
        writeSignals(500, 1_000);

        untilSignals(1_000);
        assertThat(count("(select distinct account_id from account_to_review) as marked"))
                .isEqualTo(10);
        assertThat(count("refused_event")).isZero();
    }

    @Test
    void a_bad_event_is_found_in_the_list_and_the_next_is_taken() {
        broker.write(
                Neighbours.EVENTS,
                "a1",
                Map.of(),
                List.of("nonsense", "{\"type\":\"signal\",\"account\":\"a1\",\"kind\":\"x\"}"));

        untilSignals(1);
        given().auth()
                .preemptive()
                .basic("auditor", "for-tests-only")
                .get("/events/refused?limit=1")
                .then()
                .statusCode(200)
                .body("items.value", contains("nonsense"))
                .body("items.topic", contains(Neighbours.EVENTS))
                .body("items.reason", contains("is no JSON object"));
    }

    @Test
    void what_was_not_taken_comes_again_until_it_is() throws Exception {
        String topic = "in-" + UUID.randomUUID();
        broker.makeTopic(topic, 1);
        broker.write(topic, "k", Map.of(), List.of("1", "2", "3"));
        Set<Long> taken = Collections.synchronizedSet(new HashSet<>());
        AtomicInteger calls = new AtomicInteger();
        KafkaReader first = new KafkaReader(settings(), List.of(topic), records -> {
            calls.incrementAndGet();
            throw new IllegalStateException("the database is away");
        });
        first.start();
        await().atMost(DEADLINE).until(() -> calls.get() >= 2);
        first.close();

        KafkaReader second = new KafkaReader(
                settings(), List.of(topic), records -> records.forEach(record -> taken.add(record.position())));
        second.start();
        await().atMost(DEADLINE).until(() -> taken.size() == 3 && second.lag() == 0);
        second.close();
    }

    private KafkaSettings settings() {
        return new KafkaSettings() {
            @Override
            public Optional<String> bootstrapServers() {
                return Optional.of(broker.address());
            }

            @Override
            public Optional<List<String>> eventsTopic() {
                return Optional.empty();
            }

            @Override
            public String groupId() {
                return "another";
            }

            @Override
            public Map<String, String> client() {
                return Map.of("heartbeat.interval.ms", "1000");
            }
        };
    }

    private void writeSignals(int from, int to) {
        broker.write(
                Neighbours.EVENTS,
                "k" + from,
                Map.of(),
                IntStream.range(from, to)
                        .mapToObj(i -> "{\"type\":\"signal\",\"account\":\"a" + i % 10 + "\",\"id\":\"s" + i
                                + "\",\"kind\":\"reorganisation\"}")
                        .toList());
    }

    private void untilSignals(long atLeast) {
        await().atMost(DEADLINE).until(() -> count("signal") >= atLeast);
    }

    private long count(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }
}
