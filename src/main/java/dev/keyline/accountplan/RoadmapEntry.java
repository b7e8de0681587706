package dev.keyline.accountplan;

import dev.keyline.portfolio.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A sale that may come, and when in the customer's own year. */
@Schema(description = "A sale that may come, and when in the customer's own year.")
public record RoadmapEntry(
        @Schema(description = "Unique in its section; made when it is left out.", maxLength = 64)
        String id,

        @Schema(description = "What may be sold, in words.") String opportunity,

        @Schema(
                description = "How it grows the account.",
                enumeration = {"renew", "upsell", "cross-sell", "land-and-expand"})
        String kind,

        @Schema(description = "The product.", nullable = true) @RefersTo(Entity.PRODUCT) @Nullable
        String productId,

        @Schema(description = "What it is worth a year, in currency.", nullable = true, minimum = "0") @Nullable
        BigDecimal value,

        @Schema(description = "ISO 4217; goes with value.", nullable = true, pattern = "[A-Z]{3}") @Nullable
        String currency,

        @Schema(description = "When it is to be talked of or signed.")
        LocalDate on,

        @Schema(description = "The customer's initiative it serves, by id.", nullable = true)
        @RefersWithin("initiatives")
        @Nullable
        String initiative) {}
