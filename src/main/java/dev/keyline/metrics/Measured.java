package dev.keyline.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A metric's value with what it was divided from, or the reason why there is none.
 *
 * @param accounts that had a part in it
 * @param leftOut accounts that could not be taken into it
 * @param tiersThen of the accounts, how many were placed by the tier that held then; null where no tier matters
 */
record Measured(
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        int accounts,
        int leftOut,
        @Nullable Integer tiersThen,
        @Nullable String reason) {

    static Measured ratio(
            Metric metric,
            BigDecimal numerator,
            BigDecimal denominator,
            int accounts,
            int leftOut,
            @Nullable Integer tiersThen) {
        return new Measured(
                numerator.divide(denominator, metric.unit().decimals(), RoundingMode.HALF_EVEN),
                numerator,
                denominator,
                accounts,
                leftOut,
                tiersThen,
                null);
    }

    static Measured none(int accounts, int leftOut, @Nullable Integer tiersThen, String reason) {
        return new Measured(null, null, null, accounts, leftOut, tiersThen, reason);
    }
}
