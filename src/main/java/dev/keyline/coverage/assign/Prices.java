package dev.keyline.coverage.assign;

/**
 * What everything is worth at the prices of a bound on a problem's cost, without solving the problem: whoever comes and
 * takes a job saves no more than what the job costs here.
 */
public final class Prices {
    private static final int STEPS = 1000;

    private final CapacityBound bound;
    private final long[][] rounded;

    private Prices(CapacityBound bound) {
        this.bound = bound;
        this.rounded = bound.rounded();
    }

    /**
     * Finds prices at which the bound is high.
     *
     * @param cost of an assignment that leaves open nothing that somebody may hold; there is no need to know which
     */
    public static Prices of(AssignmentProblem problem, long cost) {
        CapacityBound bound = CapacityBound.ofCost(problem, problem.unavoidable());
        Effort effort = new Effort(Double.POSITIVE_INFINITY, true, () -> false);
        new Ascent(bound).run((double) cost, STEPS, effort, Double.POSITIVE_INFINITY);
        return new Prices(bound);
    }

    /** No assignment that leaves open nothing that somebody may hold costs less. */
    public long bound() {
        return bound.exact();
    }

    /** What a job costs at the least, its agent's prices included; rounded down. */
    public long least(int job) {
        return bound.leastExact(rounded, job) >> bound.bits();
    }
}
