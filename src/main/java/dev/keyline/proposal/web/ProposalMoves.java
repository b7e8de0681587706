package dev.keyline.proposal.web;

import dev.keyline.http.BadInputException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent with a proposal and with what is done to it. */
final class ProposalMoves {
    private static final String EFFECTIVE_FROM =
            "From when: a date, which begins in the business zone, or an instant; never past. Null: from its approval on.";

    private ProposalMoves() {}

    /** A draft to be put forward. */
    @Schema(name = "ProposalOfDraft", description = "Why a draft is put forward, and from when it is to be in force.")
    record OfDraft(
            @Schema(description = "Why; null: what the draft says.", nullable = true) @Nullable
            String message,

            @Schema(description = EFFECTIVE_FROM, nullable = true, examples = "2026-03-01") @Nullable
            String effectiveFrom) {}

    /** Drafts to be put forward together. */
    @Schema(name = "ProposalToMake", description = "Drafts that are put forward together.")
    record Together(
            @Schema(description = "Names of policies, `facts` and `catalogue` among them; your draft of each.")
            @Nullable
            List<String> policies,

            @Schema(description = "Of policies of which not your draft is meant: whose.", nullable = true) @Nullable
            Map<String, String> authors,

            @Schema(description = "Why.") @Nullable String message,

            @Schema(description = EFFECTIVE_FROM, nullable = true, examples = "2026-03-01") @Nullable
            String effectiveFrom) {}

    /** An approval. */
    @Schema(name = "ProposalApproval", description = "From when an approved proposal is in force.")
    record Approved(
            @Schema(
                    description =
                            "From when, instead of what the proposal says: a date, which begins in the business zone, or an instant; never past.",
                    nullable = true,
                    examples = "2026-03-01")
            @Nullable
            String effectiveFrom) {}

    /** A rejection. */
    @Schema(name = "ProposalRejection", description = "Why a proposal is rejected.")
    record Rejected(
            @Schema(description = "Why, for its author.") @Nullable
            String reason) {}

    static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new BadInputException("/" + name, "is required");
        }
        return value;
    }
}
