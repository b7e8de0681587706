package dev.keyline.accountplan;

import dev.keyline.portfolio.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the customer has had from us, in its own terms. */
@Schema(description = "What the customer has had from us, in its own terms.")
public record DeliveredValue(
        @Schema(description = "Unique in its section; made when it is left out.", maxLength = 64)
        String id,

        @Schema(description = "The outcome, as the customer's leadership would say it.")
        String statement,

        @Schema(description = "When it was there.") @Past LocalDate deliveredOn,

        @Schema(description = "How much, in currency or in unit.", nullable = true) @Nullable
        BigDecimal amount,

        @Schema(description = "ISO 4217, of an amount of money.", nullable = true, pattern = "[A-Z]{3}") @Nullable
        String currency,

        @Schema(description = "What any other amount is counted in, such as hours a quarter.", nullable = true)
        @Nullable
        String unit,

        @Schema(description = "The success metric it counts for, by id.", nullable = true)
        @RefersWithin("metrics")
        @Nullable
        String metric,

        @Schema(description = "The contact who confirmed it, by id; null: our own claim.", nullable = true)
        @RefersTo(Entity.CONTACT)
        @Nullable
        String confirmedBy) {}
