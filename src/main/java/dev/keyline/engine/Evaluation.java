package dev.keyline.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a policy answers to some facts. Values are what JSON has: text, decimals, booleans, lists, maps, null; dates and
 * durations as ISO 8601 text.
 *
 * @param outcome null when the policy could not answer; {@code messages} then say why
 * @param rows what made the answer, in the order of evaluation
 * @param trace the value of every decision on the way to the outcome
 */
public record Evaluation(
        @Nullable Object outcome, List<RowHit> rows, Map<String, @Nullable Object> trace, List<String> messages) {}
