package dev.keyline.coverage.assign;

import java.util.function.BooleanSupplier;

/**
 * How much of the allowed work is done. By the wall clock, or, to be the same on every machine, by counting: every step adds
 * the seconds it takes on an ordinary processor.
 */
final class Effort {
    private static final double MOVE = 3e-7;
    private static final double PAIR = 3e-9;
    private static final double CELL = 1.5e-9;

    private final boolean counted;
    private final long start = System.nanoTime();
    private final double limit;
    private final BooleanSupplier stop;
    private double work;

    Effort(double seconds, boolean counted, BooleanSupplier stop) {
        this.limit = seconds;
        this.counted = counted;
        this.stop = stop;
    }

    boolean counted() {
        return counted;
    }

    /** Seconds, real or counted. */
    double spent() {
        return counted ? work : (System.nanoTime() - start) / 1e9;
    }

    double limit() {
        return limit;
    }

    double left() {
        return limit - spent();
    }

    boolean over() {
        return stop.getAsBoolean() || spent() >= limit;
    }

    boolean past(double seconds) {
        return stop.getAsBoolean() || spent() >= Math.min(seconds, limit);
    }

    void moves(long tried) {
        work += tried * MOVE;
    }

    void pairs(long seen) {
        work += seen * PAIR;
    }

    void cells(long filled) {
        work += filled * CELL;
    }

    void seconds(double counted) {
        work += counted;
    }
}
