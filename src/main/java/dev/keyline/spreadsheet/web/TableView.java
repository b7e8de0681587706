package dev.keyline.spreadsheet.web;

import dev.keyline.engine.table.TableText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision table, in short. */
@Schema(description = "A decision table.")
record TableView(
        @Schema(
                description = "Its id, as in `GET /policies/{policy}/tables/{id}.xlsx`.",
                examples = "tier-by-score-table")
        String id,

        @Schema(description = "The decision or business knowledge model it stands in.")
        String decision,

        @Schema(description = "As DMN spells it.", examples = "UNIQUE")
        String hitPolicy,

        @Schema(description = "How many rows it has.") int rows) {

    static TableView of(TableText table) {
        return new TableView(
                table.id(), table.decision(), table.hitPolicy(), table.rows().size());
    }
}
