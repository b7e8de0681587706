package dev.keyline.policy.web;

import dev.keyline.policy.difference.ModelDifference;
import dev.keyline.policy.difference.RowDifference;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What changed between two texts of a policy. */
@Schema(name = "PolicyDifference", description = "What changed between two texts of a policy.")
record DifferenceView(
        @Schema(description = "The text before: a version's number, or `draft`.")
        String from,

        @Schema(description = "The text after: a version's number, or `draft`.")
        String to,

        @Schema(description = "Every change as a sentence; empty: none.")
        List<String> words,

        @Schema(description = "The tables that are in both and have changed.")
        List<Table> tables) {

    /** A table that changed. */
    @Schema(name = "TableDifference", description = "What changed in a table.")
    record Table(
            @Schema(description = "What it decides.") String decision,

            @Schema(description = "Its changes: of the table, of its columns, of its rows.")
            List<Change> changes) {}

    /** A change of a table. */
    @Schema(name = "TableChange", description = "A change of a table.")
    record Change(
            @Schema(
                    description =
                            "`hit-policy`, `column-added`, `column-removed`, `column-changed`, `row-added`, `row-removed`, `row-moved` or `cell-changed`.")
            String kind,

            @Schema(description = "The row's id; null when it is no row's.", nullable = true) @Nullable
            String row,

            @Schema(description = "The column; null when it is no column's.", nullable = true) @Nullable
            String column,

            @Schema(description = "The text before; null when there was none.", nullable = true) @Nullable
            String from,

            @Schema(description = "The text after; null when there is none.", nullable = true) @Nullable
            String to,

            @Schema(description = "The change as a sentence.")
            String words) {
        static Change of(RowDifference.Change change) {
            return new Change(
                    change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    change.row(),
                    change.column(),
                    change.from(),
                    change.to(),
                    change.words());
        }
    }

    static DifferenceView of(String from, String to, ModelDifference difference) {
        return new DifferenceView(
                from,
                to,
                difference.words(),
                difference.tables().stream()
                        .map(table -> new Table(
                                table.decision(),
                                table.changes().stream().map(Change::of).toList()))
                        .toList());
    }
}
