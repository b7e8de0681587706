package dev.keyline.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A plan's limits, and what a point of work is worth in its book.
 *
 * @param revenueOfPoint revenue a year that comes with one point, in whole units of the reporting currency, at least 1. It
 *     prices balance against continuity whatever a book's revenue is, and stands in where an account's is unknown
 */
record Rates(Limits limits, long revenueOfPoint) {

    /** From the accounts whose revenue is known; where none is, a full book's revenue over a full month's points. */
    static Rates of(PlanInput input) {
        BigDecimal revenue = BigDecimal.ZERO;
        BigDecimal points = BigDecimal.ZERO;
        for (AccountDemand account : input.demand()) {
            if (account.annualRevenue() != null) {
                revenue = revenue.add(account.annualRevenue());
                points = points.add(account.points().value());
            }
        }
        if (points.signum() == 0 || revenue.signum() == 0) {
            revenue = input.limits().annualRevenue();
            points = Person.FULL_TIME.value();
        }
        return new Rates(
                input.limits(),
                revenue.divide(points, 0, RoundingMode.HALF_UP)
                        .max(BigDecimal.ONE)
                        .longValue());
    }
}
