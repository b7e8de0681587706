package dev.keyline.coverage.web;

import dev.keyline.coverage.Load;
import dev.keyline.coverage.PersonKind;
import dev.keyline.coverage.PersonRef;
import dev.keyline.terms.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a plan asks of one person, and of how much. */
@Schema(name = "PlanLoad", description = "What a plan asks of one person, and of how much.")
record LoadView(
        @Schema(description = "The person.") PersonRef person,

        @Schema(description = "`account-manager` or `executive`.")
        PersonKind kind,

        @Schema(description = "Accounts held, or sponsored by an executive.")
        int accounts,

        @Schema(description = "Accounts an executive sponsors at most; null for a manager.", nullable = true) @Nullable
        Integer accountLimit,

        @Schema(description = "Tier 1 accounts held.") int tier1Accounts,

        @Schema(description = "Points held a month.") Points load,

        @Schema(description = "Points available in the month of the plan, after ramp and leave.")
        Points capacity,

        @Schema(description = "Load over capacity, 1 for full; null without capacity.", nullable = true) @Nullable
        BigDecimal utilisation,

        @Schema(description = "Revenue held a year, in the reporting currency, where it is known.")
        BigDecimal annualRevenue,

        @Schema(
                description =
                        "What another account manager like this one would save of the plan's soft cost, at most, in"
                                + " the reporting currency: an estimate from the prices of the plan's bound. Null for an"
                                + " executive, and where the plan has no bound.",
                nullable = true)
        @Nullable
        BigDecimal anotherSaves) {

    static LoadView of(Load load) {
        BigDecimal capacity = load.capacity().value();
        return new LoadView(
                load.person(),
                load.kind(),
                load.accounts(),
                load.accountLimit(),
                load.tier1Accounts(),
                load.load(),
                load.capacity(),
                capacity.signum() == 0 ? null : load.load().value().divide(capacity, 4, RoundingMode.UP),
                load.annualRevenue(),
                load.anotherSaves());
    }
}
