package dev.keyline.coverage;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One constraint's part in something. */
@Schema(name = "ConstraintShare", description = "One constraint's part in a cost or a difference; more is worse.")
public record Share(
        @Schema(description = "The soft constraint.") String constraint,

        @Schema(description = "Soft points of the score: hundredths of the reporting currency.")
        long points,

        @Schema(description = "The same in the reporting currency.")
        BigDecimal money) {
    static final Comparator<Share> LARGEST_FIRST =
            Comparator.comparingLong(Share::points).reversed().thenComparing(Share::constraint);

    static Share of(String constraint, long points) {
        return new Share(constraint, points, money(points));
    }

    /** The largest first, without those of nothing. */
    static List<Share> list(Map<String, Long> points) {
        return points.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(LARGEST_FIRST)
                .toList();
    }

    static BigDecimal money(long points) {
        return BigDecimal.valueOf(points, 2);
    }
}
