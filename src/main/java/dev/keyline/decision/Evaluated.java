package dev.keyline.decision;

import dev.keyline.engine.Evaluation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy's answer and what it was given.
 *
 * @param facts those of the policy's facts that were known
 * @param basedOn the policies whose outcomes are among the facts
 */
public record Evaluated(
        String policy, int version, Map<String, @Nullable Object> facts, Set<String> basedOn, Evaluation evaluation) {}
