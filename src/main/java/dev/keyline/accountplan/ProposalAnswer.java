package dev.keyline.accountplan;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person made of a proposal. */
@Schema(description = "What a person made of a proposal.")
public record ProposalAnswer(
        @Schema(description = "The proposal's id.") UUID proposalId,

        @Schema(
                description = "What became of it.",
                enumeration = {"accepted", "declined"})
        String answer,

        @Schema(description = "Why it was declined.", nullable = true) @Nullable
        String reason,

        @Schema(description = "The section it was meant for.")
        String section,

        @Schema(description = "The entry it became.", nullable = true) @Nullable
        String entryId,

        @Schema(description = "What was proposed, in words.")
        String statement,

        @Schema(description = "What the policy had found.") String cause,

        @Schema(description = "The decision that suggested it.")
        UUID decisionId,

        @Schema(description = "The policy that suggested it.")
        String policy,

        @Schema(description = "When.") Instant answeredAt,
        @Schema(description = "Who.") String answeredBy) {}
