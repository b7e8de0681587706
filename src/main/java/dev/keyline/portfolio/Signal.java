package dev.keyline.portfolio;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that was noticed about an account. */
public record Signal(
        @Schema(description = "Its id.") String id,

        @Schema(description = "champion-change, executive-turnover, competitive-evaluation, …")
        String kind,

        @Schema(description = "In words.", nullable = true) @Nullable
        String detail,

        @Schema(description = "When it happened.") Instant occurredAt,

        @Schema(description = "When it turned out not to hold.", nullable = true) @Nullable
        Instant withdrawnAt) {}
