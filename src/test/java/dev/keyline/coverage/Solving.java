package dev.keyline.coverage;

/** Solves in tests, to the end that the input sets. */
final class Solving {
    static final Planner.Watch TO_THE_END = new Planner.Watch() {
        @Override
        public boolean enough() {
            return false;
        }

        @Override
        public void progress(double fraction) {}
    };

    private Solving() {}

    static SolvedPlan solve(PlanInput input) {
        try {
            return new Planner().solve(input, TO_THE_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
