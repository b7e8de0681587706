package dev.keyline.accountplan;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who else is in the account. */
@Schema(description = "Who else is in the account.")
public record Competitor(
        @Schema(description = "Unique in its section; made when it is left out.", maxLength = 64)
        String id,

        @Schema(description = "What it is called.") String name,

        @Schema(description = "Where it is strong.", nullable = true) @Nullable
        String strengths,

        @Schema(
                description = "How much it endangers us.",
                enumeration = {"low", "medium", "high"})
        String threat,

        @Schema(description = "Where we differ, and what we do.", nullable = true) @Nullable
        String ourAnswer) {}
