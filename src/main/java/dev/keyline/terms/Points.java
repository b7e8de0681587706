package dev.keyline.terms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * Workload or capacity: one point is one hour of an account manager's time a month.
 *
 * @param value 0 to 100,000, at most three decimals; in JSON a bare number
 */
public record Points(BigDecimal value) implements Comparable<Points> {
    private static final BigDecimal MAX = BigDecimal.valueOf(100_000);

    /**
     * Takes a decimal as points.
     *
     * @throws IllegalArgumentException when negative, above 100,000 or finer than a thousandth
     */
    @JsonCreator
    public Points {
        if (value.signum() < 0 || value.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("points are between 0 and 100000, not " + value.toPlainString());
        }
        value = value.stripTrailingZeros();
        if (value.scale() > 3) {
            throw new IllegalArgumentException("points have at most three decimals, not " + value.toPlainString());
        }
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
    }

    public static Points of(String decimal) {
        return new Points(new BigDecimal(decimal));
    }

    public static Points ofThousandths(long thousandths) {
        return new Points(BigDecimal.valueOf(thousandths, 3));
    }

    public long thousandths() {
        return value.movePointRight(3).longValueExact();
    }

    @JsonValue
    @Override
    public BigDecimal value() {
        return value;
    }

    @Override
    public int compareTo(Points other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
