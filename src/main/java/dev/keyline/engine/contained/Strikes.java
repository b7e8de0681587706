package dev.keyline.engine.contained;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How often each text had to be stopped of late. A text that always does would keep a worker from everybody else. */
final class Strikes {
    static final int MOST = 3;
    static final Duration MEMORY = Duration.ofMinutes(10);
    static final Duration QUARANTINE = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Deque<Instant>> stopped = new HashMap<>();

    Strikes(Clock clock) {
        this.clock = clock;
    }

    /**
     * Lets texts pass that were not stopped too often.
     *
     * @throws QuarantinedException when they were
     */
    synchronized void check(String key, String path) {
        Deque<Instant> times = stopped.get(key);
        if (times != null && times.size() >= MOST) {
            Instant now = clock.instant();
            Instant until = times.getLast().plus(QUARANTINE);
            if (now.isBefore(until)) {
                throw new QuarantinedException(path, now, until);
            }
            stopped.remove(key);
        }
    }

    synchronized void add(String key) {
        Instant now = clock.instant();
        stopped.values().removeIf(times -> times.getLast().plus(QUARANTINE).isBefore(now));
        Deque<Instant> times = stopped.computeIfAbsent(key, first -> new ArrayDeque<>());
        times.removeIf(time -> time.plus(MEMORY).isBefore(now));
        times.addLast(now);
    }
}
