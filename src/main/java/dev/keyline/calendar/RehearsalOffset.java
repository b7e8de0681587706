package dev.keyline.calendar;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How far the service's clock is ahead of the machine's: not at all, unless it is told to rehearse. */
@Singleton
class RehearsalOffset {
    private final boolean on;
    private volatile Duration ahead = Duration.ZERO;

    @Inject
    RehearsalOffset(@ConfigProperty(name = "keyline.clock.rehearsal", defaultValue = "false") boolean on) {
        this.on = on;
    }

    boolean isOn() {
        return on;
    }

    Duration ahead() {
        return ahead;
    }

    /** Forward only, in whatever order replicas and requests tell of it. */
    synchronized void reach(Duration further) {
        if (further.compareTo(ahead) > 0) {
            ahead = further;
        }
    }

    /** The machine's clock itself where nothing is rehearsed: who reads it pays nothing. */
    Clock over(Clock machine) {
        return on ? new Shifted(machine, this) : machine;
    }

    private static final class Shifted extends Clock {
        private final Clock machine;
        private final RehearsalOffset offset;

        Shifted(Clock machine, RehearsalOffset offset) {
            this.machine = machine;
            this.offset = offset;
        }

        @Override
        public ZoneId getZone() {
            return machine.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Shifted(machine.withZone(zone), offset);
        }

        @Override
        public Instant instant() {
            return machine.instant().plus(offset.ahead());
        }
    }
}
