package dev.keyline.policycase;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case that somebody keeps.
 *
 * @param fromDecision the decision it was made from; null: none
 * @param revision from 1, one more with every change
 */
public record StoredCase(
        UUID id,
        String policy,
        PolicyCase content,
        @Nullable UUID fromDecision,
        String author,
        Instant createdAt,
        String changedBy,
        Instant changedAt,
        long revision) {}
