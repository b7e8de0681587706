package dev.keyline.decision;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants decided.
 *
 * @param account whose portfolio facts to use; null: only those sent
 * @param facts sent along; they win over the portfolio's
 * @param asOf null: now
 */
public record DecisionRequest(
        @Nullable String account,
        @Nullable Map<String, @Nullable Object> facts,
        @Nullable Instant asOf) {}
