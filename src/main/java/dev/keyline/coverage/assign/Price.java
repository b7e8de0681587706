package dev.keyline.coverage.assign;

/** What it costs that an agent holds a sum of some resource: a convex function of whole numbers, but for rounding. */
public interface Price {
    Price NONE = sum -> 0;

    /**
     * What a sum costs.
     *
     * @param sum from 0 to a little above the agent's limit
     */
    long at(long sum);

    /** By how much {@link #at} may be off a convex function; what is proved is weaker by a few times this per agent. */
    default long rounding() {
        return 0;
    }
}
