package dev.keyline.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;

/**
 * What everything in one plan is priced by.
 *
 * @param weights soft constraint to percent of its price; one that is not named counts nothing
 * @param asOf the day whose clocks tell how far apart two places work
 * @param revenueOfPoint revenue a year that comes with one point, in whole units of the reporting currency, at least 1. It
 *     prices balance against continuity whatever a book's revenue is, and stands in where an account's is unknown
 */
record Rates(Limits limits, Map<String, Integer> weights, LocalDate asOf, long revenueOfPoint) {
    Rates {
        weights = Map.copyOf(weights);
    }

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
                input.weights(),
                input.asOf(),
                revenue.divide(points, 0, RoundingMode.HALF_UP)
                        .max(BigDecimal.ONE)
                        .longValue());
    }

    /** For where only limits matter. */
    static Rates unpriced(Limits limits, LocalDate asOf) {
        return new Rates(limits, Map.of(), asOf, 1);
    }

    /** Percent of a soft constraint's price. */
    long weight(String constraint) {
        return weights.getOrDefault(constraint, 0);
    }
}
