package dev.keyline.casework;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A finding that people work on. */
@Schema(description = "A finding that people work on. An account has at most one open case of a kind, path and cause.")
public record Case(
        @Schema(description = "Opaque.") UUID id,
        @Schema(description = "The account.") String account,

        @Schema(description = "What sort of finding it came from.")
        CaseKind kind,

        @Schema(description = "The path it is worked on along.", examples = "technical")
        String path,

        @Schema(description = "What was found, in a word that stays the same.", examples = "usage-falling")
        String cause,

        @Schema(description = "How bad it is; a person may have raised it.")
        Severity severity,

        @Schema(description = "How bad the policies find it.") Severity foundSeverity,
        @Schema(description = "How far people are.") CaseState state,
        @Schema(description = "What it is about, for a list.") String title,

        @Schema(description = "What the policies found, in words.")
        String reason,

        @Schema(description = "On what terms it is worked on.") Terms terms,

        @Schema(description = "The last decision that found it.")
        UUID decisionId,

        @Schema(description = "The person who has it; null: nobody.", nullable = true) @Nullable
        String owner,

        @Schema(description = "When it was opened.") Instant openedAt,

        @Schema(description = "Its clock; null where it has none or it was stopped.", nullable = true) @Nullable
        CaseClock clock,

        @Schema(description = "Steps of the ladder reached by the present clock.")
        int rung,

        @Schema(description = "When somebody took it up.", nullable = true) @Nullable
        Instant acknowledgedAt,

        @Schema(description = "Who took it up.", nullable = true) @Nullable
        String acknowledgedBy,

        @Schema(description = "When the customer has to hear of it next.", nullable = true) @Nullable
        Instant nextUpdateAt,

        @Schema(
                description = "Since when evaluations no longer find its cause: closing it is proposed. Null: it is found.",
                nullable = true)
        @Nullable
        Instant closingProposedSince,

        @Schema(description = "Reviews in a row that have not found its cause.")
        int cleanReviews,

        @Schema(description = "Who at the customer confirmed that it is over.", nullable = true) @Nullable
        String confirmedBy,

        @Schema(description = "When it was closed.", nullable = true) @Nullable
        Instant closedAt,

        @Schema(description = "Who closed it.", nullable = true) @Nullable
        String closedBy,

        @Schema(description = "Why it was closed.", nullable = true) @Nullable
        String closeReason,

        @Schema(description = "Counts clocks: a change of severity starts another.")
        int clockNumber,

        @Schema(description = "The ETag: counts changes.") long revision) {

    /** When its clock reaches the next step of the ladder; null: never. */
    @Nullable
    Instant nextRungAt() {
        return clock == null || rung >= clock.rungs().size()
                ? null
                : clock.rungs().get(rung).dueAt();
    }

    Finding.Key key() {
        return new Finding.Key(kind, path, cause);
    }
}
