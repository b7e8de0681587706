package dev.keyline.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row or a rule that made an answer.
 *
 * @param ruleId the hand-written id, unique in the repository
 * @param file the policy's file
 * @param table the decision whose table holds the row; null for a DRL rule
 * @param row the row's number in its table, from 1; null for a DRL rule
 * @param annotation why the row exists, in its author's words
 */
public record RowHit(
        String ruleId,
        String file,
        @Nullable String table,
        @Nullable Integer row,
        @Nullable String annotation) {

    /** Those of some rows that are not among others, in their order. */
    public static List<RowHit> without(List<RowHit> rows, List<RowHit> others) {
        Set<String> ids = others.stream().map(RowHit::ruleId).collect(Collectors.toSet());
        return rows.stream().filter(row -> !ids.contains(row.ruleId())).toList();
    }
}
