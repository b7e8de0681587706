package dev.keyline.portfolio.web;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of POST /accounts/{id}/signals, for the published contract. */
record SignalToPost(
        @Schema(description = "Yours; absent: one is made.", nullable = true) @Nullable
        String id,

        @Schema(description = "champion-change, executive-turnover, competitive-evaluation, …")
        String kind,

        @Schema(description = "In words.", nullable = true) @Nullable
        String detail,

        @Schema(description = "When it happened; absent: now.", nullable = true) @Nullable
        Instant occurredAt,

        @Schema(description = "When it turned out not to hold.", nullable = true) @Nullable
        Instant withdrawnAt) {}
