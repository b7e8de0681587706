package dev.keyline.portfolio;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Customers that belong together. */
@Schema(description = "Customers that belong together, as a concern and its companies do.")
public record AccountGroup(
        @Schema(description = "Opaque.") String id,
        @Schema(description = "What it is called.") String name,

        @Schema(description = "The group it is part of; null: of none.", nullable = true) @Nullable
        String parentId,

        @Schema(description = "When it was changed last.") Instant updatedAt) {}
