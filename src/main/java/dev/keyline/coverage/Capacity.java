package dev.keyline.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a person can take on in the month that begins on a day.
 *
 * @param thousandths of a point: the full month's points times the ramp, times the share of the month's days present
 * @param ramping whether the person is still in the ramp
 * @param absence why nothing can be taken on, as in "left on 2026-11-01"; null when something can
 */
record Capacity(long thousandths, boolean ramping, @Nullable String absence) {

    static Capacity of(Person person, Limits limits, LocalDate asOf) {
        LocalDate starts = person.startsOn();
        LocalDate leaves = person.leavesOn();
        if (leaves != null && !leaves.isAfter(asOf)) {
            return none("left on " + leaves);
        }
        if (starts != null && starts.isAfter(asOf)) {
            return none("starts on " + starts);
        }
        LocalDate end = asOf.plusMonths(1);
        long days = ChronoUnit.DAYS.between(asOf, end);
        long present = daysPresent(person, asOf, end);
        if (present == 0) {
            return none("is away for the whole month");
        }
        if (person.kind() == PersonKind.EXECUTIVE) {
            return new Capacity(person.capacity().thousandths(), false, null);
        }
        int ramp = rampPercent(starts, limits, asOf);
        long capacity = person.capacity().thousandths() * ramp / 100 * present / days;
        String absence = capacity > 0
                ? null
                : ramp == 0 ? "started on " + starts + " and is in the first part of the ramp" : "has no capacity";
        return new Capacity(capacity, ramp < 100, absence);
    }

    /** Days from one on until another, on which the person has started, has not left and is not on leave. */
    static long daysPresent(Person person, LocalDate from, LocalDate until) {
        LocalDate starts = person.startsOn();
        LocalDate leaves = person.leavesOn();
        return from.datesUntil(until)
                .filter(day -> starts == null || !day.isBefore(starts))
                .filter(day -> leaves == null || day.isBefore(leaves))
                .filter(day -> person.leave().stream().noneMatch(leave -> leave.covers(day)))
                .count();
    }

    /** Percent of capacity that somebody new has at a day. */
    static int rampPercent(@Nullable LocalDate starts, Limits limits, LocalDate asOf) {
        if (starts == null) {
            return 100;
        }
        long month = ChronoUnit.MONTHS.between(starts, asOf);
        return month < limits.rampPercent().size() ? limits.rampPercent().get((int) month) : 100;
    }

    private static Capacity none(String absence) {
        return new Capacity(0, false, absence);
    }
}
