package dev.keyline.coverage;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan that is asked for.
 *
 * @param parent the plan it is made from
 * @param start by account: who the solver begins with; of a plan that is not solved, who has what
 * @param policies the versions of the policies that say what its accounts ask for, by name
 */
public record NewPlan(
        PlanInput input,
        PlanOrigin origin,
        @Nullable UUID parent,
        @Nullable String name,
        @Nullable String note,
        Map<String, Holders> start,
        SortedMap<String, Integer> policies) {
    public NewPlan {
        start = Map.copyOf(start);
        policies = Collections.unmodifiableSortedMap(new TreeMap<>(policies));
    }

    /** One to be solved from nothing. */
    public static NewPlan of(PlanInput input) {
        return new NewPlan(input, PlanOrigin.SOLVED, null, null, null, Map.of(), new TreeMap<>());
    }
}
