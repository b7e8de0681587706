package dev.keyline.impact;

import dev.keyline.engine.RowHit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A policy that would answer otherwise. */
@Schema(description = "A policy that would answer otherwise.")
public record PolicyChange(
        @Schema(description = "The policy.") String policy,

        @Schema(
                description = "What its outcome has now and would not: the components that differ, and of lists the"
                        + " elements. Null: it is not in force, or gives no outcome.",
                nullable = true)
        @Nullable
        Object before,

        @Schema(description = "What it would have instead; null: it gives no outcome.", nullable = true) @Nullable
        Object after,

        @Schema(description = "The rows and rules that would make the answer and do not now.")
        List<RowHit> rules,

        @Schema(description = "Those that make it now and would not.")
        List<RowHit> rulesGone) {

    static PolicyChange between(String policy, @Nullable Answer now, @Nullable Answer then) {
        Object before = now == null ? null : now.outcome();
        Object after = then == null ? null : then.outcome();
        List<RowHit> rowsNow = now == null ? List.of() : now.rows();
        List<RowHit> rowsThen = then == null ? List.of() : then.rows();
        return new PolicyChange(
                policy,
                without(before, after),
                without(after, before),
                RowHit.without(rowsThen, rowsNow),
                RowHit.without(rowsNow, rowsThen));
    }

    /** The policies asked of a subject that answer otherwise, in order. */
    static List<PolicyChange> of(Subject subject) {
        List<PolicyChange> changes = new ArrayList<>();
        for (String policy : subject.asked()) {
            Answer now = subject.before().answer(policy);
            Answer then = subject.after().answer(policy);
            if (!Objects.equals(now == null ? null : now.outcome(), then == null ? null : then.outcome())) {
                changes.add(between(policy, now, then));
            }
        }
        return changes;
    }

    private static @Nullable Object without(@Nullable Object outcome, @Nullable Object other) {
        if (!(outcome instanceof Map<?, ?> components) || !(other instanceof Map<?, ?> others)) {
            return outcome;
        }
        Set<Object> names = new LinkedHashSet<>(components.keySet());
        names.addAll(others.keySet());
        Map<String, @Nullable Object> differing = new LinkedHashMap<>();
        for (Object name : names) {
            Object value = components.get(name);
            Object another = others.get(name);
            if (!Objects.equals(value, another)) {
                differing.put(
                        String.valueOf(name),
                        value instanceof List<?> items && another instanceof List<?> besides
                                ? items.stream()
                                        .filter(item -> !besides.contains(item))
                                        .toList()
                                : value);
            }
        }
        return differing;
    }
}
