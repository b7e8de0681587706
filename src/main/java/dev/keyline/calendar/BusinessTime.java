package dev.keyline.calendar;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Instants as business days: the zone of {@code keyline.business-zone} says when a day begins. */
@Singleton
public class BusinessTime {
    /** The only place where the service reads the time of the machine. */
    static final Clock MACHINE = Clock.systemUTC();

    private final ZoneId zone;

    @Inject
    public BusinessTime(@ConfigProperty(name = "keyline.business-zone") ZoneId zone) {
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The one clock that everything reads; a rehearsal puts it ahead of the machine's. */
    @Produces
    @Singleton
    @DefaultBean
    static Clock clock(RehearsalOffset rehearsal) {
        return rehearsal.over(MACHINE);
    }
}
