package dev.keyline.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody has decided by hand for an account; it stays when it is over, because it explains past decisions. */
@Schema(description = "What somebody has decided by hand for an account. It stays when it is over.")
public record AccountOverride(
        @Schema(description = "Its id.") UUID id,

        @Schema(description = "Whose it is.") String accountId,

        @Schema(description = "tier, health or trigger-exclusion.")
        String kind,

        @Schema(description = "A tier; a health band; a trigger's kind or cause, or all.")
        String value,

        @Schema(description = "Why.") String reason,
        @Schema(description = "Who decided it.") String author,

        @Schema(
                description = "Since when it acts; null: an import told of it, since when is not known.",
                nullable = true)
        @Nullable
        Instant setAt,

        @Schema(description = "The first day, in the business zone, on which it no longer acts.")
        LocalDate expiresOn,

        @Schema(description = "Whether it acts today.") boolean acting,

        @Schema(description = "When it was withdrawn or replaced; from that day on it no longer acts.", nullable = true)
        @Nullable
        Instant withdrawnAt,

        @Schema(description = "Who did.", nullable = true) @Nullable
        String withdrawnBy,

        @Schema(description = "Why.", nullable = true) @Nullable
        String withdrawnReason,

        @Schema(description = "The override that took its place.", nullable = true) @Nullable
        UUID replacedBy) {}
