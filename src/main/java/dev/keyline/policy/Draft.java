package dev.keyline.policy;

import dev.keyline.engine.PolicyText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody works on and nobody else sees as a rule.
 *
 * @param texts the policy's own text first, then models that it imports
 * @param baseVersion the version it began from; null: the policy has none yet
 * @param mergedVersion another version whose changes it took over, as of a release that diverged; null: none
 * @param revision from 1, one more with every save
 * @param message why, in its author's words
 */
public record Draft(
        String policy,
        String author,
        List<PolicyText> texts,
        @Nullable Integer baseVersion,
        @Nullable Integer mergedVersion,
        long revision,
        Instant updatedAt,
        @Nullable String message) {
    public Draft {
        texts = List.copyOf(texts);
    }

    /** The policy as it would be, with what it imports. */
    public PolicyText text() {
        return PolicyText.of(texts);
    }
}
