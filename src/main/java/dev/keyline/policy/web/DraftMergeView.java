package dev.keyline.policy.web;

import dev.keyline.policy.DraftMerges;
import dev.keyline.policy.difference.ModelMerge;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A draft together with another version, and where they contradict each other. */
@Schema(description = "What a draft would be together with another version.")
record DraftMergeView(
        @Schema(description = "The version that both began from.")
        int base,

        @Schema(description = "The version it is merged with.")
        int onto,

        @Schema(description = "Where both changed the same, each otherwise; empty: it can be rebased as it is.")
        List<Conflict> conflicts,

        @Schema(description = "The text with both sides' changes, and the draft's where they contradict each other.")
        String text,

        @Schema(description = "What it imports beside the facts, merged likewise.")
        List<DraftView.File> imports) {

    /** A place that both sides changed. */
    @Schema(name = "MergeConflict", description = "A place that both sides changed, each otherwise.")
    record Conflict(
            @Schema(description = "The id of the table; null outside of tables.", nullable = true) @Nullable
            String table,

            @Schema(description = "The id of the row; null when it is no row's.", nullable = true) @Nullable
            String row,

            @Schema(description = "The column; `row`, `columns`, `order`, `table` or `text` for more than a cell.")
            String cell,

            @Schema(description = "The text that both began with.", nullable = true) @Nullable
            String base,

            @Schema(description = "The draft's; null: removed.", nullable = true) @Nullable
            String mine,

            @Schema(description = "The other version's; null: removed.", nullable = true) @Nullable
            String theirs,

            @Schema(description = "The contradiction as a sentence.")
            String words) {
        static Conflict of(ModelMerge.Conflict conflict) {
            return new Conflict(
                    conflict.table(),
                    conflict.place().row(),
                    conflict.place().cell(),
                    conflict.place().base(),
                    conflict.place().mine(),
                    conflict.place().theirs(),
                    conflict.place().words());
        }
    }

    static DraftMergeView of(DraftMerges.Merged merged) {
        return new DraftMergeView(
                merged.base(),
                merged.onto(),
                merged.merge().conflicts().stream().map(Conflict::of).toList(),
                merged.merge().text(),
                merged.imports().stream().map(DraftView.File::of).toList());
    }
}
