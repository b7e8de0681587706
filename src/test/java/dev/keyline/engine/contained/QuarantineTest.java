package dev.keyline.engine.contained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyline.http.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class QuarantineTest {
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    private final Hand hand = new Hand();
    private final Strikes strikes = new Strikes(hand);

    @Test
    void a_text_that_was_stopped_three_times_is_not_run_for_ten_minutes() {
        strike(3);
        assertThatThrownBy(() -> strikes.check("bad", "bad.dmn"))
                .isInstanceOf(QuarantinedException.class)
                .hasMessageContaining("bad.dmn: the model had to be stopped 3 times")
                .hasMessageContaining("2026-02-03T12:10:00Z")
                .satisfies(e -> {
                    assertThat(((Refusal) e).type().status()).isEqualTo(429);
                    assertThat(((Refusal) e).headers()).containsEntry("Retry-After", "600");
                });
        assertThatCode(() -> strikes.check("good", "good.dmn")).doesNotThrowAnyException();

        hand.now = NOON.plus(Duration.ofMinutes(10));
        assertThatCode(() -> strikes.check("bad", "bad.dmn")).doesNotThrowAnyException();
    }

    @Test
    void afterwards_it_starts_anew() {
        strike(3);
        hand.now = NOON.plus(Duration.ofMinutes(11));
        strike(2);
        assertThatCode(() -> strikes.check("bad", "bad.dmn")).doesNotThrowAnyException();
    }

    @Test
    void what_was_stopped_twice_and_long_ago_is_forgotten() {
        strike(2);
        hand.now = NOON.plus(Duration.ofMinutes(10).plusSeconds(1));
        strike(1);
        assertThatCode(() -> strikes.check("bad", "bad.dmn")).doesNotThrowAnyException();
    }

    private void strike(int times) {
        for (int i = 0; i < times; i++) {
            strikes.add("bad");
        }
    }

    private static final class Hand extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
