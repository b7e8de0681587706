package dev.keyline.accountplan;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plan as somebody left it; it never changes. */
@Schema(description = "A plan as somebody left it.")
public record PlanVersion(
        @Schema(description = "Counts the plan's versions, from 1.")
        long number,

        @Schema(description = "Why it was changed, in its author's words.", nullable = true) @Nullable
        String message,

        @Schema(description = "Who left it so.") String author,
        @Schema(description = "When.") Instant createdAt,
        @Schema(description = "The plan.") PlanDocument plan) {}
