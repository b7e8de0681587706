package dev.keyline.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The moment a decision is made for, the only clock a rule may read.
 *
 * @param at what a decision calls now
 * @param zone the business zone, in which days begin and end
 */
public record AsOf(Instant at, ZoneId zone) {

    /** Days of the calendar from that day to this one; negative for a day to come. */
    public long daysSince(LocalDate day) {
        return ChronoUnit.DAYS.between(day, dayOf(at));
    }

    /** Days of the calendar from the day of that instant to this one; negative for a day to come. */
    public long daysSince(Instant instant) {
        return daysSince(dayOf(instant));
    }

    /** Full spans of seven days from the day of that instant to this one: 0 for the past seven days, today included. */
    public long weeksSince(Instant instant) {
        return Math.floorDiv(daysSince(instant), DAYS_OF_A_WEEK);
    }

    /** Whether an end has come; what has no end never has. */
    public boolean isPast(@Nullable LocalDate end) {
        return end != null && daysSince(end) >= 0;
    }

    /** Whether an end has come; what has no end never has. */
    public boolean isPast(@Nullable Instant end) {
        return end != null && !end.isAfter(at);
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private static final long DAYS_OF_A_WEEK = 7;
}
