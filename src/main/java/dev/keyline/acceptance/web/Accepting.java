package dev.keyline.acceptance.web;

import dev.keyline.acceptance.Acceptances;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From when a plan is to hold, and who has approved what in it needs approval. */
@Schema(description = "From when a plan is to hold, and who has approved what in it needs approval.")
record Accepting(
        @Schema(
                description = "The business day from whose beginning it holds; absent: today.",
                nullable = true,
                examples = "2026-12-01")
        @Nullable
        LocalDate effectiveOn,

        @Schema(
                description = "Ids of the vice presidents who have approved the moves of `GET /plans/{id}/approvals`.",
                nullable = true)
        @Nullable
        List<String> approvedBy) {

    Acceptances.Asked asked() {
        return new Acceptances.Asked(effectiveOn, approvedBy == null ? List.of() : approvedBy);
    }
}
