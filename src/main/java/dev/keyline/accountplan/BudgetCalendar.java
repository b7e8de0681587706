package dev.keyline.accountplan;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The customer's own budget year, in months from 1 to 12. */
@Schema(description = "The customer's own budget year, in months from 1 to 12.")
public record BudgetCalendar(
        @Schema(description = "The month its year begins.", nullable = true, minimum = "1", maximum = "12") @Nullable
        Integer fiscalYearStartsIn,

        @Schema(description = "The month it begins to plan the next.", nullable = true, minimum = "1", maximum = "12")
        @Nullable
        Integer planningStartsIn,

        @Schema(description = "The month the next is decided.", nullable = true, minimum = "1", maximum = "12")
        @Nullable
        Integer decidedIn) {}
