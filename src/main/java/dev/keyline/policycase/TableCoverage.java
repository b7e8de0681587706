package dev.keyline.policycase;

import dev.keyline.engine.RowHit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which rows of a table decided in any case. */
@Schema(description = "Which rows of a table decided in any case, passed or not.")
public record TableCoverage(
        @Schema(description = "The decision whose table it is; null: the policy is a rule file.", nullable = true)
        @Nullable
        String table,

        @Schema(description = "Rows or rules that decided in a case, in the order of the text.")
        List<String> covered,

        @Schema(description = "Those that decided in none.") List<String> uncovered) {
    public TableCoverage {
        covered = List.copyOf(covered);
        uncovered = List.copyOf(uncovered);
    }

    /** What some runs covered of a policy's rows. */
    public static List<TableCoverage> of(List<RowHit> rows, Collection<CaseResult> results) {
        Set<String> decided = results.stream()
                .flatMap(result -> result.rules().stream())
                .map(RowHit::ruleId)
                .collect(Collectors.toSet());
        Map<String, List<RowHit>> byTable = new LinkedHashMap<>();
        rows.forEach(row -> byTable.computeIfAbsent(Objects.requireNonNullElse(row.table(), ""), t -> new ArrayList<>())
                .add(row));
        return byTable.values().stream()
                .map(table ->
                        new TableCoverage(table.get(0).table(), ids(table, decided, true), ids(table, decided, false)))
                .toList();
    }

    private static List<String> ids(List<RowHit> table, Set<String> decided, boolean covered) {
        return table.stream()
                .map(RowHit::ruleId)
                .filter(row -> decided.contains(row) == covered)
                .toList();
    }
}
