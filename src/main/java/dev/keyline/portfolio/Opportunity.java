package dev.keyline.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A sale that may come. */
public record Opportunity(
        @Schema(description = "The CRM's id.") String id,
        @Schema(description = "What it is called.") String name,

        @Schema(description = "What would be sold.", nullable = true) @Nullable
        String productId,

        @Schema(description = "A year, in currency.") BigDecimal amount,
        @Schema(description = "ISO 4217.") String currency,
        @Schema(description = "When it was opened.") LocalDate openedOn,

        @Schema(description = "When it was won or lost.", nullable = true) @Nullable
        LocalDate closedOn) {}
