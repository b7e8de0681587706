package dev.keyline.decision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions to list; null asks for any.
 *
 * @param rule a row or rule that was among those that decided
 * @param outcome a value that one of the outcome's components has, as text
 * @param from recorded at or after
 * @param to recorded before
 */
public record DecisionQuery(
        @Nullable String account,
        @Nullable String policy,
        @Nullable String rule,
        @Nullable String outcome,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID review) {}
