package dev.keyline.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The Monday that every date of the sample is counted from. An import moves the whole sample by whole weeks to the
 * present, so a fact may be up to six days older when it is decided on: no story may stand nearer to a limit than that.
 */
final class Anchor {
    static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    /**
     * Weekly readings close as the Monday begins: none lies in the future, and on the Sunday after, the last one still
     * counts for the current week.
     */
    static final LocalDate LAST_READING = MONDAY;

    static final int WEEKS = 104;

    private Anchor() {}

    static LocalDate daysAgo(int days) {
        return MONDAY.minusDays(days);
    }

    static LocalDate daysAhead(int days) {
        return MONDAY.plusDays(days);
    }

    /** The reading of a week; week 0 is the oldest, {@code WEEKS - 1} the last before the anchor. */
    static LocalDate week(int week) {
        return LAST_READING.minusWeeks(WEEKS - 1L - week);
    }

    /** An instant in working hours, written in UTC. */
    static String instant(LocalDate day, int hour, int minute) {
        return DateTimeFormatter.ISO_INSTANT.format(
                day.atTime(LocalTime.of(hour, minute)).toInstant(ZoneOffset.UTC));
    }
}
