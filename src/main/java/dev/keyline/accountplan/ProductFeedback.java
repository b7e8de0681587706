package dev.keyline.accountplan;

import dev.keyline.portfolio.Entity;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the customer says of a product, and what became of it. */
@Schema(description = "What the customer says of a product, and what became of it.")
public record ProductFeedback(
        @Schema(description = "Unique in its section; made when it is left out.", maxLength = 64)
        String id,

        @Schema(description = "The product.") @RefersTo(Entity.PRODUCT)
        String productId,

        @Schema(description = "What the customer says.") String what,

        @Schema(description = "When it went to product management.", nullable = true) @Nullable
        LocalDate passedOnOn,

        @Schema(
                description = "What became of it.",
                enumeration = {"noted", "passed-on", "planned", "shipped", "declined"})
        String state) {}
