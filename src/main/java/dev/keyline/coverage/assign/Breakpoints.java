package dev.keyline.coverage.assign;

import java.util.NavigableSet;
import java.util.TreeSet;

/** Where a convex price is taken as it is, straight lines between. */
final class Breakpoints {
    private static final int EVENLY = 8;
    private static final int CLOSER = 5;

    private Breakpoints() {}

    /** Evenly over a range, both ends included, and closer to each other about where the sum is expected to stay. */
    static NavigableSet<Long> of(long from, long to, long expected) {
        NavigableSet<Long> points = new TreeSet<>();
        for (int k = 0; k <= EVENLY; k++) {
            points.add(from + (long) ((to - from) * (double) k / EVENLY));
        }
        points.add(within(from, to, expected));
        long step = (to - from) / EVENLY / 2;
        for (int k = 0; k < CLOSER && step > 0; k++) {
            points.add(within(from, to, expected - step));
            points.add(within(from, to, expected + step));
            step /= 2;
        }
        return points;
    }

    private static long within(long from, long to, long point) {
        return Math.max(from, Math.min(to, point));
    }
}
