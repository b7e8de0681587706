package dev.keyline.coverage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact fraction of two counts of thousandths of a point: load over capacity. */
record Ratio(long load, long capacity) implements Comparable<Ratio> {
    static final Ratio ZERO = new Ratio(0, 1);

    Ratio {
        if (load < 0 || capacity <= 0) {
            throw new IllegalArgumentException(load + " over " + capacity);
        }
    }

    @Override
    public int compareTo(Ratio other) {
        return BigInteger.valueOf(load)
                .multiply(BigInteger.valueOf(other.capacity))
                .compareTo(BigInteger.valueOf(other.load).multiply(BigInteger.valueOf(capacity)));
    }

    Ratio max(Ratio other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Ratio min(Ratio other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The part of a capacity that this fraction takes, rounded up. */
    long of(long whole) {
        BigInteger[] quotient = BigInteger.valueOf(load)
                .multiply(BigInteger.valueOf(whole))
                .divideAndRemainder(BigInteger.valueOf(capacity));
        return quotient[0].longValueExact() + (quotient[1].signum() == 0 ? 0 : 1);
    }

    BigDecimal decimal(RoundingMode rounding) {
        return BigDecimal.valueOf(load).divide(BigDecimal.valueOf(capacity), 4, rounding);
    }

    /** By how much this exceeds a smaller one, as a fraction of that: 0.05 for 5 % above; 0 when the other is zero. */
    BigDecimal above(Ratio bound) {
        if (bound.load == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal mine = BigDecimal.valueOf(load).multiply(BigDecimal.valueOf(bound.capacity));
        BigDecimal theirs = BigDecimal.valueOf(bound.load).multiply(BigDecimal.valueOf(capacity));
        return mine.divide(theirs, 4, RoundingMode.UP).subtract(BigDecimal.ONE);
    }
}
