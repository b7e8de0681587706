package dev.keyline.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the solver made of a plan's input.
 *
 * @param score as in {@code 0hard/0medium/-1234soft}
 * @param busiest null when nobody holds anything
 */
public record SolvedPlan(String score, @Nullable Busiest busiest, List<Assignment> assignments, List<Load> loads) {
    public SolvedPlan {
        assignments = List.copyOf(assignments);
        loads = List.copyOf(loads);
    }

    /** The same with more said about its assignments. */
    SolvedPlan with(List<Assignment> explained) {
        return new SolvedPlan(score, busiest, explained, loads);
    }
}
