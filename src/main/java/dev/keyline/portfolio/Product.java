package dev.keyline.portfolio;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that we sell. */
@Schema(description = "Something that we sell.")
public record Product(
        @Schema(description = "Opaque.") String id,
        @Schema(description = "What it is called.") String name,

        @Schema(description = "What it belongs to with others; cross-selling stays within it.", nullable = true)
        @Nullable
        String family) {}
