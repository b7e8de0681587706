package dev.keyline.impact;

import dev.keyline.casework.CaseKind;
import dev.keyline.casework.Severity;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What would change for accounts, in numbers; both sides look at the same facts from the same instant. */
@Schema(description = "What would change for accounts, in numbers.")
public record AccountsImpact(
        @Schema(description = "Accounts looked at.") int accounts,

        @Schema(description = "Those for which some policy would answer otherwise; `…/accounts` names them.")
        int changed,

        @Schema(description = "Those that some policy decides now and would not.")
        int undecided,

        @Schema(description = "Those that some policy does not decide now either.")
        int undecidedAlready,

        @Schema(description = "ISO 4217: the reporting currency of the amounts.")
        String currency,

        @Schema(description = "From which tier to which.") List<Move> tiers,

        @Schema(description = "From which health band to which.")
        List<Move> healthBands,

        @Schema(description = "Cases by kind and severity.") List<CaseCount> cases,
        @Schema(description = "Expansion triggers by kind.") List<TriggerCount> triggers,

        @Schema(description = "How many accounts each policy would answer otherwise.")
        List<PolicyCount> policies) {

    /** Accounts that would go from one value to another. */
    @Schema(description = "Accounts that would go from one value to another.")
    public record Move(
            @Schema(description = "What they have now; null: none.", nullable = true) @Nullable
            String before,

            @Schema(description = "What they would have; null: none.", nullable = true) @Nullable
            String after,

            @Schema(description = "How many, and what they are worth.")
            Share all,

            @Schema(description = "The same by region.") List<RegionShare> regions) {}

    /** Some accounts and what they are worth. */
    @Schema(description = "Some accounts and what they are worth.")
    public record Share(
            @Schema(description = "How many.") int accounts,

            @Schema(description = "What their running contracts are worth a year, where known.")
            BigDecimal annualContractValue,

            @Schema(description = "Of how many that is not known.")
            int ofUnknownValue) {
        static final Share NONE = new Share(0, BigDecimal.ZERO, 0);

        Share and(@Nullable BigDecimal value) {
            return value == null
                    ? new Share(accounts + 1, annualContractValue, ofUnknownValue + 1)
                    : new Share(accounts + 1, annualContractValue.add(value), ofUnknownValue);
        }
    }

    /** Some accounts of a region. */
    @Schema(description = "Some accounts of a region.")
    public record RegionShare(
            @Schema(description = "The sales region; null: of none.", nullable = true) @Nullable
            String region,

            @Schema(description = "How many, and what they are worth.")
            Share share) {}

    /** Cases of a kind. */
    @Schema(description = "Cases of a kind.")
    public record CaseCount(
            @Schema(description = "What sort of finding.") CaseKind kind,
            @Schema(description = "How bad.") Severity severity,
            @Schema(description = "How many would open.") int opened,

            @Schema(description = "How many open ones would be proposed for closing.")
            int closing) {}

    /** Triggers of a kind. */
    @Schema(description = "Triggers of a kind.")
    public record TriggerCount(
            @Schema(description = "How it would grow.") String kind,

            @Schema(description = "How many would be found.")
            int added,

            @Schema(description = "How many would no longer be found.")
            int gone) {}

    /** Accounts that a policy would answer otherwise. */
    @Schema(description = "Accounts that a policy would answer otherwise.")
    public record PolicyCount(
            @Schema(description = "The policy.") String policy,
            @Schema(description = "How many.") int accounts) {}
}
