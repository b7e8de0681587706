package dev.keyline.review;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account for which a policy answers otherwise than in the finished review before. */
@Schema(description = "An account for which a policy answers otherwise than in the finished review before.")
public record OutcomeChange(
        @Schema(description = "The account.") String account,
        @Schema(description = "The policy.") String policy,

        @Schema(
                description = "The outcome before; null when the account was not in the review before.",
                nullable = true)
        @Nullable
        Object before,

        @Schema(description = "The outcome now.") Object after,
        @Schema(description = "The decision that says so.") UUID decisionId) {}
