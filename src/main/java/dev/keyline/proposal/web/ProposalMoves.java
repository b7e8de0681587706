package dev.keyline.proposal.web;

import dev.keyline.calendar.BusinessTime;
import dev.keyline.http.BadInputException;
import dev.keyline.proposal.Proposals;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent with a proposal and with what is done to it. */
final class ProposalMoves {
    private static final String EFFECTIVE_FROM =
            "From when: a date, which begins in the business zone, or an instant; never past. Null: from its approval on.";

    private static final String IMPACT =
            "A finished impact of the drafts as they are, shown to whoever approves; null: none.";

    private static final String REHEARSE =
            "Whether to rehearse them over the whole portfolio now, and show that; not with `impact`.";

    private ProposalMoves() {}

    /** A draft to be put forward. */
    @Schema(name = "ProposalOfDraft", description = "Why a draft is put forward, and from when it is to be in force.")
    record OfDraft(
            @Schema(description = "Why; null: what the draft says.", nullable = true) @Nullable
            String message,

            @Schema(description = EFFECTIVE_FROM, nullable = true, examples = "2026-03-01") @Nullable
            String effectiveFrom,

            @Schema(description = IMPACT, nullable = true) @Nullable
            UUID impact,

            @Schema(description = REHEARSE, defaultValue = "false", nullable = true) @Nullable
            Boolean rehearse) {
        Proposals.Wish wish(Proposals.DraftOf draft, BusinessTime businessTime) {
            return ProposalMoves.wish(List.of(draft), message, effectiveFrom, businessTime, impact, rehearse);
        }
    }

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
            String effectiveFrom,

            @Schema(description = IMPACT, nullable = true) @Nullable
            UUID impact,

            @Schema(description = REHEARSE, defaultValue = "false", nullable = true) @Nullable
            Boolean rehearse) {
        /** @param caller whose drafts are meant where no author is named */
        Proposals.Wish wish(String caller, BusinessTime businessTime) {
            if (policies == null || policies.isEmpty()) {
                throw new BadInputException("/policies", "must name at least one policy");
            }
            Map<String, String> named = Objects.requireNonNullElse(authors, Map.of());
            List<Proposals.DraftOf> drafts = policies.stream()
                    .distinct()
                    .map(policy -> new Proposals.DraftOf(policy, named.getOrDefault(policy, caller)))
                    .toList();
            return ProposalMoves.wish(
                    drafts, required(message, "message"), effectiveFrom, businessTime, impact, rehearse);
        }
    }

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

    private static Proposals.Wish wish(
            List<Proposals.DraftOf> drafts,
            @Nullable String message,
            @Nullable String effectiveFrom,
            BusinessTime businessTime,
            @Nullable UUID impact,
            @Nullable Boolean rehearse) {
        boolean asked = Boolean.TRUE.equals(rehearse);
        if (asked && impact != null) {
            throw new BadInputException("/rehearse", "must not be asked for where impact names one");
        }
        return new Proposals.Wish(drafts, message, EffectiveFrom.read(effectiveFrom, businessTime), impact, asked);
    }

    static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new BadInputException("/" + name, "is required");
        }
        return value;
    }
}
