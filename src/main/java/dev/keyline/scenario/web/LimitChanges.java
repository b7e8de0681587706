package dev.keyline.scenario.web;

import dev.keyline.coverage.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The limits of one plan that differ from the shipped ones. */
@Schema(description = "The limits of this plan that differ from the shipped ones.")
record LimitChanges(
        @Schema(description = "Tier 1 accounts that one manager holds at most.", defaultValue = "12", nullable = true)
        @Nullable
        Integer tier1Accounts,

        @Schema(
                description = "Recurring revenue a year, in the reporting currency, that one manager holds at most.",
                defaultValue = "4000000",
                nullable = true)
        @Nullable
        BigDecimal annualRevenue,

        @Schema(
                description = "Percent of capacity in the first, second, … month of work; full from then on.",
                defaultValue = "[0, 25, 50, 75]",
                nullable = true)
        @Nullable
        List<Integer> rampPercent,

        @Schema(description = "Accounts that an executive should sponsor at most.", defaultValue = "2", nullable = true)
        @Nullable
        Integer sponsoredTarget,

        @Schema(description = "Accounts that an executive sponsors at most.", defaultValue = "3", nullable = true)
        @Nullable
        Integer sponsoredAccounts,

        @Schema(
                description = "Accounts that a chief executive (level 6) sponsors at most.",
                defaultValue = "1",
                nullable = true)
        @Nullable
        Integer sponsoredByChiefExecutive,

        @Schema(
                description = "Levels by which a sponsor may stand below the counterpart.",
                defaultValue = "1",
                nullable = true)
        @Nullable
        Integer sponsorLevelsBelow,

        @Schema(
                description = "Days before its renewal in which an account keeps its manager unless approved.",
                defaultValue = "60",
                nullable = true)
        @Nullable
        Integer frozenDays,

        @Schema(
                description = "What a move costs, in percent of the account's annual revenue.",
                defaultValue = "15",
                nullable = true)
        @Nullable
        Integer moveCostPercent,

        @Schema(
                description = "Percent of that when the new manager is still in the ramp.",
                defaultValue = "125",
                nullable = true)
        @Nullable
        Integer newHirePercent,

        @Schema(
                description = "Percent of that when the new manager knows the account's industry.",
                defaultValue = "80",
                nullable = true)
        @Nullable
        Integer industryMatchPercent,

        @Schema(
                description = "Percent by which a manager may be busier than the lowest possible maximum.",
                defaultValue = "10",
                nullable = true)
        @Nullable
        Integer busiestTolerancePercent) {

    Limits on(Limits shipped) {
        return new Limits(
                or(tier1Accounts, shipped.tier1Accounts()),
                or(annualRevenue, shipped.annualRevenue()),
                or(rampPercent, shipped.rampPercent()),
                or(sponsoredTarget, shipped.sponsoredTarget()),
                or(sponsoredAccounts, shipped.sponsoredAccounts()),
                or(sponsoredByChiefExecutive, shipped.sponsoredByChiefExecutive()),
                or(sponsorLevelsBelow, shipped.sponsorLevelsBelow()),
                or(frozenDays, shipped.frozenDays()),
                or(moveCostPercent, shipped.moveCostPercent()),
                or(newHirePercent, shipped.newHirePercent()),
                or(industryMatchPercent, shipped.industryMatchPercent()),
                or(busiestTolerancePercent, shipped.busiestTolerancePercent()));
    }

    private static <T> T or(@Nullable T changed, T shipped) {
        return Objects.requireNonNullElse(changed, shipped);
    }
}
