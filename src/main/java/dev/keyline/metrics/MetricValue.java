package dev.keyline.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A metric of one segment in one month. */
@Schema(description = "A metric of one segment in one month.")
public record MetricValue(
        @Schema(description = "The metric.") Metric metric,

        @Schema(
                description = "Its value; null where there is nothing to divide by: then `reason` says why.",
                nullable = true)
        @Nullable
        BigDecimal value,

        @Schema(description = "What the value counts.") Unit unit,

        @Schema(description = "What was divided; money in the reporting currency.", nullable = true) @Nullable
        BigDecimal numerator,

        @Schema(description = "By what it was divided.", nullable = true) @Nullable
        BigDecimal denominator,

        @Schema(description = "Accounts that had a part in it.")
        int accounts,

        @Schema(
                description =
                        "Accounts that could not be counted: a currency without a rate by then, or a seat of which only"
                                + " a later holder is known.")
        int leftOut,

        @Schema(
                description = "Of the accounts, how many were placed by the tier that held then; the others by the"
                        + " present one. Null where no tier matters.",
                nullable = true)
        @Nullable
        Integer tiersThen,

        @Schema(description = "Why there is no value.", nullable = true) @Nullable
        String reason,

        @Schema(description = "What it should be; null without a rule for it.", nullable = true) @Nullable
        Target target) {

    static MetricValue of(Metric metric, Measured measured, @Nullable Target target) {
        return new MetricValue(
                metric,
                measured.value(),
                metric.unit(),
                shown(measured.numerator()),
                shown(measured.denominator()),
                measured.accounts(),
                measured.leftOut(),
                measured.tiersThen(),
                measured.reason(),
                target);
    }

    private static @Nullable BigDecimal shown(@Nullable BigDecimal exact) {
        if (exact == null) {
            return null;
        }
        BigDecimal rounded = exact.setScale(Math.min(exact.scale(), 4), RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
