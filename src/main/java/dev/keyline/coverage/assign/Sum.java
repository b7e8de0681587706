package dev.keyline.coverage.assign;

import java.math.BigInteger;

/** An exact sum of numbers in units of one over a power of two. */
final class Sum {
    /** Further from nothing than any cost: a bound on what cannot be rises without end. */
    private static final BigInteger FAR = BigInteger.ONE.shiftLeft(60);

    private final int bits;
    private long whole;
    private long parts;
    private BigInteger large = BigInteger.ZERO;

    Sum(int bits) {
        this.bits = bits;
    }

    void add(long value) {
        whole = Math.addExact(whole, value >> bits);
        parts += value & ((1L << bits) - 1);
    }

    void addProduct(long value, long times) {
        large = large.add(BigInteger.valueOf(value).multiply(BigInteger.valueOf(times)));
    }

    /** The least whole number that is not below the sum: what is bounded is whole. */
    long roundedUp() {
        return exact().negate()
                .shiftRight(bits)
                .negate()
                .min(FAR)
                .max(FAR.negate())
                .longValueExact();
    }

    /** In units of one over a smaller power of two, or the same. */
    long roundedDown(int fewerBits) {
        return exact().shiftRight(bits - fewerBits).longValueExact();
    }

    private BigInteger exact() {
        return BigInteger.valueOf(whole)
                .shiftLeft(bits)
                .add(BigInteger.valueOf(parts))
                .add(large);
    }

    /** How far it is below a whole number, in its own units; negative where it is above. */
    long below(long whole) {
        return BigInteger.valueOf(whole)
                .shiftLeft(bits)
                .subtract(exact())
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .max(BigInteger.valueOf(Long.MIN_VALUE))
                .longValueExact();
    }

    double approximate() {
        return whole + (parts + large.doubleValue()) / (1L << bits);
    }
}
