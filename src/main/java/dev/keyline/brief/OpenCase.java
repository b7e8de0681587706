package dev.keyline.brief;

import dev.keyline.decision.Grounds;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A case that is open. */
@Schema(name = "BriefCase", description = "A case that is open, with its clock.")
public record OpenCase(
        @Schema(description = "Its id.") UUID id,

        @Schema(description = "escalation, warning, playbook, expansion or renewal.")
        String kind,

        @Schema(description = "technical, commercial or relationship.")
        String path,

        @Schema(description = "What the policy found.") String cause,

        @Schema(description = "critical, high, medium or low.")
        String severity,

        @Schema(description = "open, acknowledged or de-escalated.")
        String state,

        @Schema(description = "What it is about.") String title,
        @Schema(description = "Why it is open.") String reason,

        @Schema(description = "Who has it.", nullable = true) @Nullable
        String owner,

        @Schema(description = "Since when.") Instant openedAt,

        @Schema(description = "When its clock runs out; null: none runs.", nullable = true) @Nullable
        Instant dueAt,

        @Schema(description = "How far up the ladder it has climbed.")
        int rung,

        @Schema(description = "When the customer has to hear of it next.", nullable = true) @Nullable
        Instant nextUpdateAt,

        @Schema(description = "The last evaluation did not find it any more: closing is proposed.")
        boolean closingProposed,

        @Schema(description = "The last decision that found it.", nullable = true) @Nullable
        Grounds grounds) {}
