package dev.keyline.portfolio;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A support case. */
public record Ticket(
        @Schema(description = "The CRM's id.") String id,

        @Schema(description = "What it is about.", nullable = true) @Nullable
        String subject,

        @Schema(description = "critical, high, medium or low.")
        String severity,

        @Schema(description = "Whether it was escalated.") boolean escalated,

        @Schema(description = "positive, neutral or negative.", nullable = true) @Nullable
        String sentiment,

        @Schema(description = "When it was opened.") Instant openedAt,

        @Schema(description = "When it was closed.", nullable = true) @Nullable
        Instant closedAt) {}
