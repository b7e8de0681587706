package dev.keyline.impact;

import dev.keyline.engine.RowHit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a policy answers to some facts, without the way to it.
 *
 * @param outcome null when there is none; the problem then says why
 * @param supplied the facts that the outcome is to other policies
 */
record Answer(
        @Nullable Object outcome,
        List<RowHit> rows,
        Map<String, @Nullable Object> supplied,
        @Nullable String problem) {

    static Answer refused(String problem) {
        return new Answer(null, List.of(), Map.of(), problem);
    }
}
