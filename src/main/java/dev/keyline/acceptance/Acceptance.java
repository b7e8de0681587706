package dev.keyline.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plan whose assignments are the portfolio's from a day on. */
@Schema(description = "A plan whose assignments are the portfolio's from a day on.")
public record Acceptance(
        @Schema(description = "Its id.") UUID id,
        @Schema(description = "The plan.") UUID plan,

        @Schema(description = "`coming`, `applied` or `undone`.")
        AcceptanceState state,

        @Schema(description = "The business day from whose beginning it holds.")
        LocalDate effectiveOn,

        @Schema(description = "Who asked for the plan.") String askedBy,
        @Schema(description = "Who accepted it.") String acceptedBy,
        @Schema(description = "When.") Instant acceptedAt,

        @Schema(description = "Ids of the vice presidents who approved moves near a renewal or a negotiation.")
        List<String> approvedBy,

        @Schema(description = "Seats that it gives to somebody else, or to nobody.")
        int seats,

        @Schema(
                description =
                        "Of these, seats that somebody had changed by its day: they stayed as they were found. 0 before it.")
        int leftAlone,

        @Schema(description = "When its seats were written into the portfolio; null: not yet.", nullable = true)
        @Nullable
        Instant appliedAt,

        @Schema(description = "When it was taken back.", nullable = true) @Nullable
        Instant undoneAt,

        @Schema(description = "By whom.", nullable = true) @Nullable
        String undoneBy) {

    public Acceptance {
        approvedBy = List.copyOf(approvedBy);
    }
}
