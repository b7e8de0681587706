package dev.keyline.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Slows down guessing: after five wrong passwords in a row a user has to wait, twice as long each further time, up to
 * a minute. It remembers known users only, so that guessing at names costs no memory.
 */
final class WrongPasswords {
    private static final int FREE = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private record Row(int wrong, Instant open) {}

    private static final Row NONE = new Row(0, Instant.MIN);

    private final Clock clock;
    private final Map<String, Row> rows = new HashMap<>();

    WrongPasswords(Clock clock) {
        this.clock = clock;
    }

    /**
     * Judges one attempt. Attempts are judged one after the other, so that many at once are no way round the pause.
     *
     * @throws ThrottledException while the user has to wait, whatever the password
     */
    synchronized boolean judge(String user, BooleanSupplier right) {
        Row row = rows.getOrDefault(user, NONE);
        Instant now = clock.instant();
        if (now.isBefore(row.open())) {
            throw new ThrottledException(Duration.between(now, row.open()));
        }
        if (right.getAsBoolean()) {
            rows.remove(user);
            return true;
        }
        int wrong = row.wrong() + 1;
        rows.put(user, new Row(wrong, wrong < FREE ? Instant.MIN : now.plus(pause(wrong - FREE))));
        return false;
    }

    private static Duration pause(int beyond) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(beyond, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
