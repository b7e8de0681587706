package dev.keyline.coverage;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the solver made of a plan's input.
 *
 * @param score as in {@code 0hard/0medium/-1234soft}
 * @param bound a score that no plan betters; proved. Its soft part holds among the plans that leave open as little as this;
 *     null where nothing has been proved
 * @param gap how far the soft cost is above the bound, as a part of it: 0.004 for 0.4 percent; null where the plan leaves
 *     open more than is proved necessary, or the bound is no cost
 * @param busiest null when nobody holds anything
 */
public record SolvedPlan(
        String score,
        @Nullable String bound,
        @Nullable BigDecimal gap,
        @Nullable Busiest busiest,
        List<Assignment> assignments,
        List<Load> loads) {
    public SolvedPlan {
        assignments = List.copyOf(assignments);
        loads = List.copyOf(loads);
    }

    /** The same with what is proved about it. */
    SolvedPlan proved(@Nullable String otherBound, @Nullable BigDecimal otherGap) {
        return new SolvedPlan(score, otherBound, otherGap, busiest, assignments, loads);
    }

    /** The same with more said about its assignments. */
    SolvedPlan with(List<Assignment> explained) {
        return new SolvedPlan(score, bound, gap, busiest, explained, loads);
    }
}
