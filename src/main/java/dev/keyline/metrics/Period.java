package dev.keyline.metrics;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The twelve months up to a month's end.
 *
 * @param opening the day a cohort is taken: the same month's end a year before
 * @param closing the month's last day; today in a month that is not over
 * @param complete whether the month is over
 */
public record Period(YearMonth month, LocalDate opening, LocalDate closing, boolean complete) {

    static Period of(YearMonth month, LocalDate today) {
        LocalDate end = month.atEndOfMonth();
        if (end.isAfter(today)) {
            return new Period(month, today.minusYears(1), today, false);
        }
        return new Period(month, month.minusYears(1).atEndOfMonth(), end, end.isBefore(today));
    }
}
