package dev.keyline.accountplan;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the customer needs, or suffers from. */
@Schema(description = "What the customer needs, or suffers from.")
public record Need(
        @Schema(description = "Unique in its section; made when it is left out.", maxLength = 64)
        String id,

        @Schema(
                description = "A need, or a pain point.",
                enumeration = {"need", "pain-point"})
        String kind,

        @Schema(description = "What it is.") String statement,

        @Schema(description = "The part of the customer that has it.", nullable = true) @Nullable
        String businessUnit) {}
