package dev.keyline.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TimersTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Timers timers;

    @Inject
    Noted noted;

    @Test
    void a_timer_that_is_due_fires_and_is_gone() throws Exception {
        String id = set(Instant.now());

        assertThat(noted.next()).isEqualTo(id);
        noted.untilNone(jdbi, id);
    }

    @Test
    void a_timer_set_in_a_transaction_that_fails_never_was() {
        String id = UUID.randomUUID().toString();
        try {
            jdbi.useTransaction(handle -> {
                timers.schedule(handle, Noted.KIND, id, Instant.now());
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException expected) {
            assertThat(Noted.rows(jdbi, id)).isZero();
        }
    }

    @Test
    void a_timer_that_is_not_due_waits() {
        String id = set(Instant.now().plus(Duration.ofDays(1)));
        timers.wake();

        assertThat(Noted.rows(jdbi, id)).isEqualTo(1);
    }

    @Test
    void a_timer_whose_handler_fails_is_called_again() throws Exception {
        noted.failures.set(1);
        String id = set(Instant.now());

        assertThat(noted.next()).isEqualTo(id);
        assertThat(noted.failures).hasValue(-1);
    }

    @Test
    void a_timer_set_twice_fires_once() throws Exception {
        String id = UUID.randomUUID().toString();
        jdbi.useTransaction(handle -> {
            timers.schedule(handle, Noted.KIND, id, Instant.now());
            timers.schedule(handle, Noted.KIND, id, Instant.now());
        });

        assertThat(noted.next()).isEqualTo(id);
        noted.untilNone(jdbi, id);
        assertThat(noted.heard).isEmpty();
    }

    private String set(Instant at) {
        String id = UUID.randomUUID().toString();
        jdbi.useTransaction(handle -> timers.schedule(handle, Noted.KIND, id, at));
        timers.wake();
        return id;
    }

    @Singleton
    static class Noted implements TimerHandler {
        static final String KIND = "noted-by-a-test";

        final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        final AtomicInteger failures = new AtomicInteger();

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public void due(String id) {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not yet");
            }
            heard.add(id);
        }

        String next() throws InterruptedException {
            return heard.poll(30, TimeUnit.SECONDS);
        }

        void untilNone(Jdbi jdbi, String id) {
            await().until(() -> rows(jdbi, id) == 0);
        }

        static int rows(Jdbi jdbi, String id) {
            return jdbi.withHandle(handle -> handle.createQuery("select count(*) from timer where task_instance = :id")
                    .bind("id", id)
                    .mapTo(Integer.class)
                    .one());
        }
    }
}
