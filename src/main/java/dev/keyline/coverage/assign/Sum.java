package dev.keyline.coverage.assign;

import java.math.BigInteger;

/** An exact sum of numbers in units of one over a power of two. */
final class Sum {
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

    void add(Sum other) {
        whole = Math.addExact(whole, other.whole);
        parts += other.parts;
        large = large.add(other.large);
    }

    /** The least whole number that is not below the sum: what is bounded is whole. */
    long roundedUp() {
        BigInteger unit = BigInteger.ONE.shiftLeft(bits);
        BigInteger[] quotient = BigInteger.valueOf(whole)
                .shiftLeft(bits)
                .add(BigInteger.valueOf(parts))
                .add(large)
                .divideAndRemainder(unit);
        return quotient[1].signum() > 0
                ? quotient[0].longValueExact() + 1
                : quotient[0].longValueExact();
    }

    double approximate() {
        return whole + (parts + large.doubleValue()) / (1L << bits);
    }
}
