package dev.keyline.coverage;

import java.util.Map;
import java.util.function.Consumer;

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
        return solve(input, best -> {});
    }

    /** @param listener hears of what is best so far */
    static SolvedPlan solve(PlanInput input, Consumer<Planner.SoFar> listener) {
        try {
            return new Planner().solve(input, new Planner.Watch() {
                @Override
                public boolean enough() {
                    return false;
                }

                @Override
                public void progress(double fraction) {}

                @Override
                public void better(Planner.SoFar best, Map<String, Holders> holders) {
                    listener.accept(best);
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
