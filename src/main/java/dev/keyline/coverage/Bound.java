package dev.keyline.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/**
 * What no plan can do better than, as costs: proved.
 *
 * @param medium what every plan leaves open at least
 * @param soft what every plan that leaves open as little as this one costs at least
 */
record Bound(long medium, long soft) {
    HardMediumSoftLongScore score() {
        return HardMediumSoftLongScore.of(0, -medium, -soft);
    }

    /**
     * How far a plan's soft cost is above the bound, as a part of the bound, rounded up; 0.004 for 0.4 percent.
     *
     * @return null where the plan breaks or leaves open more than is proved necessary, and where the bound is no cost
     */
    @Nullable
    BigDecimal gap(HardMediumSoftLongScore score) {
        if (score.hardScore() < 0 || -score.mediumScore() > medium) {
            return null;
        }
        long above = Math.max(0, -score.softScore() - soft);
        if (above == 0) {
            return BigDecimal.ZERO;
        }
        return soft <= 0 ? null : BigDecimal.valueOf(above).divide(BigDecimal.valueOf(soft), 6, RoundingMode.UP);
    }
}
