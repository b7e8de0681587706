package dev.keyline.impact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller would be answered to what they have asked of a policy. */
@Schema(description = "What a caller would be answered to what they have asked of a policy.")
public record CallerImpact(
        @Schema(description = "Who asked.") String caller,
        @Schema(description = "The policy that decided.") String policy,

        @Schema(description = "Recorded decisions of the period that were replayed on their recorded facts.")
        int decisions,

        @Schema(description = "Those that would have another answer than what is in force gives.")
        int changed,

        @Schema(description = "Those that would have none, among the changed.")
        int refused,

        @Schema(description = "Those that what is in force does not answer either, and that say nothing therefore.")
        int notReplayed,

        @Schema(description = "The newest of those that would have another answer, at most three.")
        List<Example> examples) {

    /** A recorded decision that would have another answer. */
    @Schema(description = "A recorded decision that would have another answer.")
    public record Example(
            @Schema(description = "The recorded decision.") UUID decisionId,

            @Schema(description = "The account it is about; null: only facts were sent.", nullable = true) @Nullable
            String account,

            @Schema(description = "The instant it looks from.")
            Instant asOf,

            @Schema(description = "What would be another, and by which rows.")
            PolicyChange change,

            @Schema(description = "Why there would be no answer, in words.", nullable = true) @Nullable
            String problem) {}
}
