package dev.keyline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WrongPasswordsTest {
    private static final int FREE = 5;

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final WrongPasswords guarded = new WrongPasswords(new Clock() {
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
    });

    @Test
    void five_wrong_passwords_in_a_row_make_even_the_right_one_wait() {
        guess(FREE);

        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> guarded.judge("analyst", () -> true))
                .satisfies(e -> assertThat(e.headers()).containsEntry("Retry-After", "6"));
    }

    @Test
    void after_the_pause_the_right_password_opens_and_clears() {
        guess(FREE);
        now = now.plusSeconds(5);
        assertThat(guarded.judge("analyst", () -> true)).isTrue();

        guess(FREE - 1);
        assertThat(guarded.judge("analyst", () -> true)).isTrue();
    }

    @Test
    void each_further_wrong_one_doubles_the_pause_up_to_a_minute() {
        guess(FREE);
        for (int seconds : new int[] {5, 10, 20, 40, 60, 60}) {
            now = now.plus(Duration.ofSeconds(seconds)).minusMillis(1);
            assertThatExceptionOfType(ThrottledException.class).isThrownBy(() -> guarded.judge("analyst", () -> true));
            now = now.plusMillis(1);
            guess(1);
        }
    }

    @Test
    void one_user_s_guesses_do_not_slow_another() {
        guess(FREE);
        assertThat(guarded.judge("manager", () -> true)).isTrue();
    }

    private void guess(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(guarded.judge("analyst", () -> false)).isFalse();
        }
    }
}
