package dev.keyline.engine.table;

/** Steps that a search may take, so that no table holds a thread for long. Not for several threads. */
public final class Budget {
    private long left;

    /** A number of steps: some ten million a second. */
    public Budget(long steps) {
        this.left = steps;
    }

    /** Takes steps; false when there are none left. */
    public boolean spend(long steps) {
        left -= steps;
        return left >= 0;
    }

    /** Whether a search had to end before it was done. */
    public boolean isSpent() {
        return left < 0;
    }
}
