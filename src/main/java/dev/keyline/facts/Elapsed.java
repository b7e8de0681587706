package dev.keyline.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Time gone by before the as-of, in days of the calendar of the business zone, which the as-of carries. The only clock rules have. */
public final class Elapsed {
    private static final long DAYS_OF_A_WEEK = 7;

    private Elapsed() {}

    /** Days from that day to the as-of's; negative for a day to come. */
    public static long days(LocalDate since, ZonedDateTime asOf) {
        return ChronoUnit.DAYS.between(since, asOf.toLocalDate());
    }

    /** Days from the day of that instant to the as-of's; negative for a day to come. */
    public static long days(Instant since, ZonedDateTime asOf) {
        return days(LocalDate.ofInstant(since, asOf.getZone()), asOf);
    }

    /** Whole weeks, counted back from the as-of: 0 for its own day and the six before it. */
    public static long weeks(Instant since, ZonedDateTime asOf) {
        return Math.floorDiv(days(since, asOf), DAYS_OF_A_WEEK);
    }

    /** Whether a day has come at the as-of; the day of what never happened has not. */
    public static boolean reached(@Nullable LocalDate day, ZonedDateTime asOf) {
        return day != null && !day.isAfter(asOf.toLocalDate());
    }

    /** Whether an instant has come at the as-of; that of what never happened has not. */
    public static boolean reached(@Nullable Instant instant, ZonedDateTime asOf) {
        return instant != null && !instant.isAfter(asOf.toInstant());
    }
}
