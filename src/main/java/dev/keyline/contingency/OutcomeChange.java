package dev.keyline.contingency;

import dev.keyline.decision.Evaluated;
import dev.keyline.engine.RowHit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A policy that would answer otherwise. */
@Schema(description = "A policy that would answer otherwise.")
public record OutcomeChange(
        @Schema(description = "The policy.") String policy,
        @Schema(description = "Its version.") int version,

        @Schema(description = "What it answers now.", nullable = true) @Nullable
        Object before,

        @Schema(description = "What it would answer.", nullable = true) @Nullable
        Object after,

        @Schema(description = "The rows and rules that would make the answer and do not now.")
        List<RowHit> rules,

        @Schema(description = "Those that make it now and would not.")
        List<RowHit> rulesGone) {

    /** In the order in which policies feed each other. */
    static List<OutcomeChange> between(List<Evaluated> before, List<Evaluated> after) {
        Map<String, Evaluated> now = new HashMap<>();
        before.forEach(answer -> now.put(answer.policy(), answer));
        List<OutcomeChange> changes = new ArrayList<>();
        for (Evaluated then : after) {
            Evaluated was = Objects.requireNonNull(now.get(then.policy()));
            Object outcome = then.evaluation().outcome();
            if (!Objects.equals(was.evaluation().outcome(), outcome)) {
                changes.add(new OutcomeChange(
                        then.policy(),
                        then.version(),
                        was.evaluation().outcome(),
                        outcome,
                        RowHit.without(
                                then.evaluation().rows(), was.evaluation().rows()),
                        RowHit.without(
                                was.evaluation().rows(), then.evaluation().rows())));
            }
        }
        return changes;
    }
}
