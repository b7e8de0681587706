package dev.keyline.engine.contained;

import java.time.Duration;

/**
 * What a call of a worker may take.
 *
 * @param computing time of the processor, all threads of the worker together
 */
record Budget(Duration computing) {
    /** On a busy machine time passes without being worked in; a call that sleeps or waits is none of ours. */
    private static final int WALL = 4;

    Duration wall() {
        return computing.multipliedBy(WALL);
    }

    /** In words: {@code 1.5 s}. */
    static String words(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
