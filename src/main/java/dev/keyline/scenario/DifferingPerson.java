package dev.keyline.scenario;

import dev.keyline.coverage.Load;
import dev.keyline.coverage.PersonKind;
import dev.keyline.coverage.PersonRef;
import dev.keyline.terms.Points;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person whom two plans ask something else of. */
@Schema(description = "A person whom two plans ask something else of, or who stands in one of them only.")
public record DifferingPerson(
        @Schema(description = "The person.") PersonRef person,

        @Schema(description = "`account-manager` or `executive`.")
        PersonKind kind,

        @Schema(description = "What the plan asks; null: the person is no part of it.", nullable = true) @Nullable
        Asked plan,

        @Schema(description = "What the other asks; null: the person is no part of it.", nullable = true) @Nullable
        Asked with) {

    /** What one of the plans asks of the person. */
    @Schema(name = "AskedOfPerson", description = "What a plan asks of a person.")
    public record Asked(
            @Schema(description = "Accounts held, or sponsored by an executive.")
            int accounts,

            @Schema(description = "Tier 1 accounts held.") int tier1Accounts,

            @Schema(description = "Points held a month.") Points load,

            @Schema(description = "Points available in the month of the plan, after ramp and leave.")
            Points capacity,

            @Schema(description = "Revenue held a year, in the reporting currency, where it is known.")
            BigDecimal annualRevenue) {

        static @Nullable Asked of(@Nullable Load load) {
            return load == null
                    ? null
                    : new Asked(
                            load.accounts(), load.tier1Accounts(), load.load(), load.capacity(), load.annualRevenue());
        }

        private boolean sameAs(Asked other) {
            return accounts == other.accounts
                    && tier1Accounts == other.tier1Accounts
                    && load.thousandths() == other.load.thousandths()
                    && capacity.thousandths() == other.capacity.thousandths()
                    && annualRevenue.compareTo(other.annualRevenue) == 0;
        }
    }

    boolean differs() {
        return plan == null || with == null || !plan.sameAs(with);
    }
}
