package dev.keyline.casework;

import dev.keyline.calendar.Calendars;
import dev.keyline.calendar.WorkingCalendar;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A running clock: when it started, by which calendar it runs, and when each rung of the ladder is due. */
@Schema(description = "The clock of a case that nobody has taken up.")
public record CaseClock(
        @Schema(description = "When it started.") Instant startedAt,

        @Schema(description = "When the whole response time is over.")
        Instant dueAt,

        @Schema(description = "The region whose calendar it runs by; null: around the clock.", nullable = true) @Nullable
        String calendar,

        @Schema(description = "That calendar's version.", nullable = true) @Nullable
        Integer calendarVersion,

        @Schema(description = "When each step of the ladder is due.")
        List<Due> rungs) {
    /** A step of the ladder on the clock. */
    @Schema(description = "A step of the ladder on the clock.")
    public record Due(
            @Schema(description = "Of the response time, in percent.")
            int percent,

            @Schema(description = "Who hears of it then.") String level,
            @Schema(description = "When.") Instant dueAt) {}

    /** Winds up clocks in the business time of an account's region. */
    @Singleton
    static class Maker {
        private final Calendars calendars;

        @Inject
        Maker(Calendars calendars) {
            this.calendars = calendars;
        }

        /** Null where the terms have no clock. */
        @Nullable
        CaseClock start(Handle handle, Terms terms, @Nullable String region, Instant now) {
            Duration within = terms.respondWithin();
            if (within == null) {
                return null;
            }
            WorkingCalendar calendar = terms.aroundTheClock() ? null : calendars.of(handle, region, now);
            List<Due> rungs = terms.ladder().stream()
                    .map(rung -> new Due(rung.percent(), rung.level(), after(calendar, now, share(within, rung))))
                    .toList();
            return new CaseClock(
                    now,
                    after(calendar, now, within),
                    calendar == null ? null : calendar.region(),
                    calendar == null ? null : calendar.version(),
                    rungs);
        }

        /** When the customer has to hear of it again; null where the terms say nothing. */
        @Nullable
        Instant nextUpdate(Handle handle, Terms terms, @Nullable String region, Instant now) {
            Duration every = terms.updateEvery();
            if (every == null) {
                return null;
            }
            // as the database keeps it: the timer's id says the same instant
            return after(terms.aroundTheClock() ? null : calendars.of(handle, region, now), now, every)
                    .truncatedTo(ChronoUnit.MICROS);
        }

        private static Duration share(Duration within, Terms.Rung rung) {
            return within.multipliedBy(rung.percent()).dividedBy(100);
        }

        private static Instant after(@Nullable WorkingCalendar calendar, Instant from, Duration time) {
            return calendar == null ? from.plus(time) : calendar.plus(from, time);
        }
    }
}
