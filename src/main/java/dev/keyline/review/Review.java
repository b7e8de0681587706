package dev.keyline.review;

import dev.keyline.job.JobState;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pass of the portfolio through all policies. Its outcomes hold once it is finished, and not before. */
@Schema(description = "A pass of the whole portfolio through all policies.")
public record Review(
        @Schema(description = "Opaque; also the id of its job.")
        UUID id,

        @Schema(description = "The instant it looks at the portfolio from.")
        Instant asOf,

        @Schema(
                description =
                        "`running`, `finished`, `failed` or `cancelled`. Its outcomes hold only once it is `finished`.")
        JobState state,

        @Schema(description = "How much is done, 0 to 1.") double progress,

        @Schema(description = "Seconds left at the pace so far; null when nothing can be said.", nullable = true)
        @Nullable
        Long remaining,

        @Schema(description = "Accounts in its snapshot; 0 until the snapshot is taken.")
        int accounts,

        @Schema(description = "Accounts that are through.") int decided,

        @Schema(description = "Accounts that some policy could not decide; `…/problems` names them.")
        int undecided,

        @Schema(description = "The versions it decides with, fixed at its start.")
        Map<String, Integer> versions,

        @Schema(description = "When it was asked for.") Instant createdAt,

        @Schema(description = "Who asked for it.") String createdBy,

        @Schema(description = "When its outcomes came to hold.", nullable = true) @Nullable
        Instant finishedAt,

        @Schema(description = "Why it failed, in words.", nullable = true) @Nullable
        String failure) {}
