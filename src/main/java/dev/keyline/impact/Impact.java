package dev.keyline.impact;

import dev.keyline.job.JobState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rehearsal of drafts and how far it is. Nothing in it has been decided. */
@Schema(description = "A rehearsal of drafts and how far it is. Nothing in it has been decided.")
public record Impact(
        @Schema(description = "Opaque; also the id of its job.")
        UUID id,

        @Schema(description = "The instant both sides look from.")
        Instant asOf,

        @Schema(description = "The texts in the place of what is in force, as they were when it was asked for.")
        List<RehearsedPolicy> policies,

        @Schema(description = "Over what it looks.") Scope scope,

        @Schema(description = "`running`, `finished`, `failed` or `cancelled`.")
        JobState state,

        @Schema(description = "How much is done, 0 to 1.") double progress,

        @Schema(description = "Seconds left at the pace so far; null when nothing can be said.", nullable = true)
        @Nullable
        Long remaining,

        @Schema(
                description = "What would change for accounts; null until finished, and where the scope is decisions.",
                nullable = true)
        @Nullable
        AccountsImpact accounts,

        @Schema(
                description = "What it would ask of people; null until finished, and where the scope is decisions.",
                nullable = true)
        @Nullable
        StaffingImpact staffing,

        @Schema(description = "Why nothing is said of people, in words.", nullable = true) @Nullable
        String staffingProblem,

        @Schema(
                description = "Who would get another answer to what they have asked in the last 30 days, or in the"
                        + " scope's period; null until finished.",
                nullable = true)
        @Nullable
        CallersImpact callers,

        @Schema(description = "When it was asked for.") Instant createdAt,

        @Schema(description = "Who asked for it.") String createdBy,

        @Schema(description = "When it ended.", nullable = true) @Nullable
        Instant finishedAt,

        @Schema(description = "Why it failed, in words.", nullable = true) @Nullable
        String failure) {}
