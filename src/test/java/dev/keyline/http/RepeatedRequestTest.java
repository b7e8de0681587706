package dev.keyline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyline.http.Idempotency.Recorded;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RepeatedRequestTest {
    private static final Map<String, Object> BODY = Map.of("account", "A-1", "revenue", 10);

    @Inject
    Jdbi jdbi;

    @Inject
    Idempotency idempotency;

    @Inject
    ObjectMapper mapper;

    private final String key = UUID.randomUUID().toString();
    private final AtomicInteger worked = new AtomicInteger();

    @Test
    void the_same_request_is_done_once_and_answered_twice() {
        Recorded first = send("anna", key, BODY);
        Recorded second = send("anna", key, Map.of("revenue", 10, "account", "A-1"));

        assertThat(first).isEqualTo(new Recorded("/made/1", false));
        assertThat(second).isEqualTo(new Recorded("/made/1", true));
        assertThat(first.answer().build().getStatus()).isEqualTo(201);
        assertThat(second.answer().build().getStatus()).isEqualTo(200);
        assertThat(second.answer().build().getLocation()).hasPath("/made/1");
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        send("anna", key, BODY);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> send("anna", key, Map.of("account", "A-2")))
                .satisfies(e -> assertThat(e.type()).isEqualTo(ProblemType.KEY_REUSED));
    }

    @Test
    void keys_of_two_callers_have_nothing_to_do_with_each_other() {
        assertThat(send("anna", key, BODY).repeated()).isFalse();
        assertThat(send("ben", key, BODY).repeated()).isFalse();
    }

    @Test
    void without_a_key_every_request_is_done() {
        jdbi.useTransaction(handle -> {
            idempotency.once(handle, "anna", null, BODY, h -> "/made/" + worked.incrementAndGet());
            idempotency.once(handle, "anna", null, BODY, h -> "/made/" + worked.incrementAndGet());
        });
        assertThat(worked).hasValue(2);
    }

    @Test
    void work_that_failed_may_be_repeated() {
        assertThatIllegalStateException()
                .isThrownBy(() -> jdbi.useTransaction(handle -> idempotency.once(handle, "anna", key, BODY, h -> {
                    throw new IllegalStateException("broken");
                })));

        assertThat(send("anna", key, BODY)).isEqualTo(new Recorded("/made/1", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "ümlaut", "a\nb"})
    void a_key_nobody_can_compare_is_refused(String odd) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> send("anna", odd, BODY))
                .satisfies(e ->
                        assertThat(e.errors()).extracting(InputError::pointer).containsExactly("Idempotency-Key"));
    }

    @Test
    void of_many_at_once_exactly_one_is_done() throws Exception {
        int callers = 8;
        CyclicBarrier together = new CyclicBarrier(callers);
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            List<Future<Recorded>> answers = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                Callable<Recorded> call = () -> {
                    together.await(30, TimeUnit.SECONDS);
                    return send("anna", key, BODY);
                };
                answers.add(pool.submit(call));
            }
            int repeated = 0;
            for (Future<Recorded> answer : answers) {
                Recorded recorded = answer.get(30, TimeUnit.SECONDS);
                assertThat(recorded.resource()).isEqualTo("/made/1");
                repeated += recorded.repeated() ? 1 : 0;
            }
            assertThat(worked).hasValue(1);
            assertThat(repeated).isEqualTo(callers - 1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_key_is_forgotten_after_its_time() {
        Clock longAgo =
                Clock.offset(Clock.systemUTC(), Idempotency.MEMORY.plusHours(1).negated());
        Idempotency earlier = new Idempotency(longAgo, mapper);
        jdbi.useTransaction(handle -> earlier.once(handle, "anna", key, BODY, h -> "/made/0"));

        assertThat(send("anna", key, BODY).repeated()).isFalse();
    }

    private Recorded send(String caller, String sentKey, Map<String, Object> body) {
        return jdbi.inTransaction(
                handle -> idempotency.once(handle, caller, sentKey, body, h -> "/made/" + worked.incrementAndGet()));
    }
}
