package dev.keyline.accountplan;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That a plan was changed. */
@Schema(description = "A version of a plan, without the plan.")
public record PlanChange(
        @Schema(description = "Counts the plan's versions, from 1.")
        long number,

        @Schema(description = "Why it was changed, in its author's words.", nullable = true) @Nullable
        String message,

        @Schema(description = "Who changed it.") String author,
        @Schema(description = "When.") Instant createdAt) {}
