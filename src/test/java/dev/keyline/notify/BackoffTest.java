package dev.keyline.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);

    @Test
    void it_doubles_until_it_is_long_enough() {
        assertThat(about(1)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        assertThat(about(4)).isBetween(Duration.ofSeconds(64), Duration.ofSeconds(96));
        assertThat(about(10)).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(72));
        assertThat(about(1_000)).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(72));
    }

    @Test
    void two_that_failed_together_do_not_come_again_together() {
        Random chance = new Random(1);

        assertThat(Backoff.after(3, FIRST, LONGEST, chance)).isNotEqualTo(Backoff.after(3, FIRST, LONGEST, chance));
    }

    private static Duration about(int attempt) {
        return Backoff.after(attempt, FIRST, LONGEST, new Random(attempt));
    }
}
