package dev.keyline.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeadlockTest {
    @Inject
    Jdbi jdbi;

    private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    private final AtomicInteger begun = new AtomicInteger();

    @BeforeEach
    void two_rows() {
        jdbi.useHandle(handle -> {
            handle.execute("create table locked_both_ways (id int primary key, written int not null)");
            handle.execute("insert into locked_both_ways values (1, 0), (2, 0)");
        });
    }

    @AfterEach
    void drop() {
        jdbi.useHandle(handle -> handle.execute("drop table locked_both_ways"));
    }

    @Test
    void of_two_transactions_that_wait_for_each_other_one_is_done_again_and_both_hold() throws Exception {
        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> write(1, 2));
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> write(2, 1));

        CompletableFuture.allOf(one, other).get(60, TimeUnit.SECONDS);

        assertThat(begun.get()).as("two, and one of them again").isGreaterThanOrEqualTo(3);
        assertThat(jdbi.<Integer, RuntimeException>withHandle(
                        handle -> handle.select("select sum(written) from locked_both_ways")
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(4);
    }

    private void write(int first, int second) {
        jdbi.useTransaction(handle -> {
            boolean repeated = begun.incrementAndGet() > 2;
            increase(handle, first);
            if (!repeated) {
                await();
            }
            increase(handle, second);
        });
    }

    private static void increase(Handle handle, int id) {
        handle.execute("update locked_both_ways set written = written + 1 where id = ?", id);
    }

    private void await() {
        try {
            bothHoldOne.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
