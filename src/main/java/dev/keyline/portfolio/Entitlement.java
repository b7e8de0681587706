package dev.keyline.portfolio;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the customer may use. */
public record Entitlement(
        @Schema(description = "The CRM's id.") String id,
        @Schema(description = "The product.") String productId,

        @Schema(description = "Where at the customer.", nullable = true) @Nullable
        String businessUnit,

        @Schema(description = "Where in the world.", nullable = true) @Nullable
        String region,

        @Schema(description = "Licensed seats.", nullable = true) @Nullable
        Integer seats,

        @Schema(description = "First day; null: since ever.", nullable = true) @Nullable
        LocalDate startsOn,

        @Schema(description = "Last day; null: open.", nullable = true) @Nullable
        LocalDate endsOn) {}
