package dev.keyline.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Produces the {@link Clock} that is injected wherever "now" is needed, in UTC. */
final class SystemClock {
    private SystemClock() {}

    @Produces
    @Singleton
    static Clock utc() {
        return Clock.systemUTC();
    }
}
