package dev.keyline.coverage.assign;

/** The best bounds found so far; several threads offer and look. */
final class Proof {
    private final double tolerance;
    private Worth bound;

    /** @param tolerance the gap that is good enough, as a part of the cost */
    Proof(double tolerance, Worth first) {
        this.tolerance = tolerance;
        this.bound = first;
    }

    /** Takes a bound on the cost at the open penalties proved so far. */
    synchronized void offer(long cost) {
        if (cost > bound.cost()) {
            bound = new Worth(bound.open(), cost);
        }
    }

    /** Whether the bound on the cost is one on all that is better than this. */
    synchronized boolean isAbout(Worth best) {
        return best.open() == bound.open();
    }

    synchronized Worth bound() {
        return bound;
    }

    /** Whether nothing is left to gain. */
    boolean closed(Worth best) {
        Worth least = bound();
        return best.open() == least.open()
                && best.cost() - least.cost() <= tolerance * Math.max(1, Math.abs(best.cost()));
    }
}
