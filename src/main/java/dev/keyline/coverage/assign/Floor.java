package dev.keyline.coverage.assign;

/**
 * A price from below: whole points such that, whatever a multiplier, no sum within the limit has a lower price less
 * multiplier times sum than the best of these points.
 *
 * <p>Up to a small limit these are all sums with their prices. Above that, between two points of a grid a convex function
 * lies above the lines through its neighbours on either side; where the two lines meet stands a point more.
 */
final class Floor {
    private static final int GRID = 256;

    final long[] at;
    final long[] value;

    private Floor(long[] at, long[] value) {
        this.at = at;
        this.value = value;
    }

    static Floor of(Price price, long limit) {
        if (price == Price.NONE) {
            return new Floor(new long[] {0, limit}, new long[2]);
        }
        return limit <= GRID ? every(price, (int) limit) : grid(price, limit);
    }

    /** The largest sum. */
    long reach() {
        return at[at.length - 1];
    }

    private static Floor every(Price price, int limit) {
        long[] at = new long[limit + 1];
        long[] value = new long[limit + 1];
        for (int sum = 0; sum <= limit; sum++) {
            at[sum] = sum;
            value[sum] = price.at(sum);
        }
        return new Floor(at, value);
    }

    private static Floor grid(Price price, long limit) {
        long[] x = new long[GRID + 1];
        long[] y = new long[GRID + 1];
        for (int k = 0; k <= GRID; k++) {
            x[k] = (long) ((double) limit * k / GRID);
            y[k] = price.at(x[k]);
        }
        x[GRID] = limit;
        y[GRID] = price.at(limit);
        // a line through two points that are off by the rounding each is off by three times that one interval further
        long slack = 4 * price.rounding() + 1;
        long[] at = new long[3 * GRID + 1];
        long[] value = new long[3 * GRID + 1];
        for (int k = 0; k < GRID; k++) {
            double left = k == 0 ? Double.NEGATIVE_INFINITY : slope(x, y, k - 1);
            double right = k == GRID - 1 ? Double.POSITIVE_INFINITY : slope(x, y, k + 1);
            long meet = meeting(x, y, k, left, right);
            at[3 * k] = x[k];
            value[3 * k] = k == 0 ? (long) Math.floor(y[1] + right * (x[0] - x[1])) - slack : y[k];
            for (int next = 0; next < 2; next++) {
                long point = Math.min(x[k + 1], meet + next);
                double fromLeft = k == 0 ? Double.NEGATIVE_INFINITY : y[k] + left * (point - x[k]);
                double fromRight = k == GRID - 1 ? Double.NEGATIVE_INFINITY : y[k + 1] + right * (point - x[k + 1]);
                at[3 * k + 1 + next] = point;
                value[3 * k + 1 + next] = (long) Math.floor(Math.max(fromLeft, fromRight)) - slack;
            }
        }
        at[3 * GRID] = limit;
        value[3 * GRID] = (long) Math.floor(y[GRID - 1] + slope(x, y, GRID - 2) * (limit - x[GRID - 1])) - slack;
        return new Floor(at, value);
    }

    private static double slope(long[] x, long[] y, int k) {
        return (y[k + 1] - y[k]) / (double) (x[k + 1] - x[k]);
    }

    /** The last whole point at which the line from the left is not below the one from the right. */
    private static long meeting(long[] x, long[] y, int k, double left, double right) {
        if (k == 0 || k == GRID - 1 || right <= left) {
            return x[k];
        }
        double meet = (y[k] - left * x[k] - y[k + 1] + right * x[k + 1]) / (right - left);
        return Math.max(x[k], Math.min(x[k + 1], (long) Math.floor(meet)));
    }

    /** The best point for a multiplier, looked for downhill from an earlier one: quick, and nearly always the best. */
    int near(double multiplier, int from) {
        int best = Math.min(from, at.length - 1);
        double least = value[best] - multiplier * at[best];
        for (int step = 1; step >= -1; step -= 2) {
            int misses = 0;
            for (int k = best + step; k >= 0 && k < at.length && misses < 6; k += step) {
                double here = value[k] - multiplier * at[k];
                misses++;
                if (here < least) {
                    least = here;
                    best = k;
                    misses = 0;
                }
            }
        }
        return best;
    }

    /**
     * The least price less multiplier times sum, in units of one over a power of two.
     *
     * @param multiplier in the same unit
     */
    long least(long multiplier, int bits) {
        long least = Long.MAX_VALUE;
        for (int k = 0; k < at.length; k++) {
            least = Math.min(least, (value[k] << bits) - multiplier * at[k]);
        }
        return least;
    }
}
