package dev.keyline.calendar;

import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.StaleException;
import dev.keyline.http.Versions;
import dev.keyline.jdbc.Database;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Every region's calendar, in the version that is in force as of when. */
@Singleton
public class Calendars {
    /** Whose calendar holds for a region without one of its own. */
    public static final String DEFAULT = "default";

    /** Observers of {@code StartupEvent} that need calendars use a larger priority than this one. */
    public static final int STARTUP_PRIORITY = Database.STARTUP_PRIORITY + 5;

    private static final Logger LOG = Logger.getLogger(Calendars.class);
    private static final int LONGEST_NAME = 200;

    private final Jdbi jdbi;
    private final CalendarStore store;
    private final PublicHolidays publicHolidays;
    private final BusinessTime businessTime;
    private final Clock clock;
    private final Map<CalendarStore.InForce, WorkingCalendar> read = new ConcurrentHashMap<>();

    @Inject
    Calendars(Jdbi jdbi, CalendarStore store, PublicHolidays publicHolidays, BusinessTime businessTime, Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.publicHolidays = publicHolidays;
        this.businessTime = businessTime;
        this.clock = clock;
    }

    void start(@Observes @Priority(STARTUP_PRIORITY) StartupEvent event) {
        ShippedCalendars.read(businessTime.zone())
                .forEach((region, calendar) -> jdbi.useTransaction(handle -> ship(handle, region, calendar)));
    }

    /** What a release ships and nobody has seen yet becomes a version; it leaves alone what somebody has edited. */
    void ship(Handle handle, String region, CalendarDefinition calendar) {
        CalendarStore.lock(handle, region);
        if (store.isShipped(handle, region, calendar)) {
            return;
        }
        Optional<CalendarVersion> newest = store.newest(handle, region);
        if (newest.isPresent() && newest.get().origin().equals(CalendarVersion.EDITED)) {
            LOG.debugf("calendar of %s: this release ships another one, the edited one stays", region);
            return;
        }
        Instant now = now();
        int number = newest.map(CalendarVersion::version).orElse(0) + 1;
        store.insert(
                handle,
                new CalendarVersion(
                        region, number, number == 1 ? null : now, calendar, CalendarVersion.SHIPPED, "release", now));
    }

    /**
     * The calendar by which a clock of that region runs when it starts at that instant.
     *
     * @param region as the account names it; null or unknown: the one for all others
     */
    public WorkingCalendar of(Handle handle, @Nullable String region, Instant inForceAt) {
        CalendarStore.InForce inForce = CalendarStore.inForce(
                        handle, region == null ? DEFAULT : region, DEFAULT, inForceAt)
                .orElseThrow(() -> new IllegalStateException("there is no calendar for all regions"));
        return version(handle, inForce.region(), inForce.version());
    }

    /**
     * The very calendar that a clock was started by.
     *
     * @throws NotFoundException when there is no such version
     */
    public WorkingCalendar version(Handle handle, String region, int number) {
        CalendarStore.InForce key = new CalendarStore.InForce(region, number);
        WorkingCalendar known = read.get(key);
        if (known != null) {
            return known;
        }
        WorkingCalendar calendar =
                new WorkingCalendar(region, number, get(handle, region, number).calendar(), publicHolidays);
        read.put(key, calendar);
        return calendar;
    }

    /**
     * A version as it was made.
     *
     * @throws NotFoundException when there is none
     */
    public CalendarVersion get(Handle handle, String region, int number) {
        return store.find(handle, region, number)
                .orElseThrow(() -> new NotFoundException("version of the calendar of " + region, "" + number));
    }

    /** A region's versions, newest first, from below a number; empty when it has no calendar of its own. */
    public List<CalendarVersion> versions(Handle handle, String region, @Nullable Integer below, int limit) {
        return store.versions(handle, region, below, limit);
    }

    /** What is in force in each region, by region, from after one. */
    public List<CalendarVersion> all(Handle handle, @Nullable String after, int limit) {
        return store.all(handle, after, clock.instant(), limit);
    }

    /**
     * Makes a new version, unless it would be like the newest one.
     *
     * @param handle in a transaction
     * @param ifMatch the number of the newest version as an entity tag; null for a region's first
     * @param inForceFrom null: from now on
     * @return the newest version
     * @throws BadInputException with every error found
     * @throws StaleException when the region has a newer version than {@code ifMatch} names
     */
    public CalendarVersion change(
            Handle handle,
            String region,
            @Nullable String ifMatch,
            CalendarDefinition calendar,
            @Nullable Instant inForceFrom,
            String author) {
        Instant now = now();
        refuse(region, calendar, inForceFrom, now);
        CalendarStore.lock(handle, region);
        Optional<CalendarVersion> newest = store.newest(handle, region);
        if (newest.isPresent()) {
            Versions.requireMatch(ifMatch, newest.get().version());
            if (inForceFrom == null && isAlready(newest.get(), calendar, now)) {
                return newest.get();
            }
        } else if (ifMatch != null && !ifMatch.isBlank()) {
            throw new StaleException("no tag, because the region has no calendar of its own");
        }
        CalendarVersion version = new CalendarVersion(
                region,
                newest.map(CalendarVersion::version).orElse(0) + 1,
                inForceFrom == null ? now : inForceFrom.truncatedTo(ChronoUnit.MICROS),
                calendar,
                CalendarVersion.EDITED,
                author,
                now);
        store.insert(handle, version);
        return version;
    }

    private void refuse(String region, CalendarDefinition calendar, @Nullable Instant inForceFrom, Instant now) {
        List<InputError> errors = new ArrayList<>(CalendarCheck.errors("/calendar", calendar, publicHolidays));
        if (region.isBlank() || !region.equals(region.strip()) || region.length() > LONGEST_NAME) {
            errors.add(new InputError(
                    "region", "must be 1 to " + LONGEST_NAME + " characters without spaces at its ends"));
        }
        if (inForceFrom != null && inForceFrom.isBefore(now)) {
            errors.add(new InputError(
                    "/inForceFrom", "is past: what was computed until now stays as it is. Leave it out for now"));
        }
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
    }

    private static boolean isAlready(CalendarVersion newest, CalendarDefinition calendar, Instant now) {
        return newest.calendar().equals(calendar)
                && (newest.inForceFrom() == null || !newest.inForceFrom().isAfter(now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
