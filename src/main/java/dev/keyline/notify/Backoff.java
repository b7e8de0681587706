package dev.keyline.notify;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after an attempt that failed: twice as long each time, a fifth more or less by chance. */
final class Backoff {
    private static final double SPREAD = 0.2;
    private static final int MOST_DOUBLINGS = 30;

    private Backoff() {}

    /**
     * @param attempt the one that failed, from 1
     * @param chance spreads those that failed together
     */
    static Duration after(int attempt, Duration first, Duration longest, RandomGenerator chance) {
        long doubled = first.toMillis() << Math.min(attempt - 1, MOST_DOUBLINGS);
        long capped = doubled < 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(Math.round(capped * (1 - SPREAD + 2 * SPREAD * chance.nextDouble())));
    }
}
