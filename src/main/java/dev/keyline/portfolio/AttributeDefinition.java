package dev.keyline.portfolio;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A custom attribute of accounts. */
public record AttributeDefinition(
        @Schema(description = "What it is called.") String name,

        @Schema(description = "text, number, boolean or date.")
        String type,

        @Schema(description = "Of a number.", nullable = true) @Nullable
        String unit,

        @Schema(description = "What it means.", nullable = true) @Nullable
        String description) {}
