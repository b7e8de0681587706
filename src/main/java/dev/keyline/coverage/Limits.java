package dev.keyline.coverage;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The numbers a plan keeps to; the defaults and where they come from stand in {@code planning/coverage-defaults.yaml}. */
@Schema(description = "The numbers a plan keeps to; what is absent takes its default.")
public record Limits(
        @Schema(description = "Tier 1 accounts that one manager holds at most.", defaultValue = "12")
        int tier1Accounts,

        @Schema(
                description = "Recurring revenue a year, in the reporting currency, that one manager holds at most.",
                defaultValue = "4000000")
        BigDecimal annualRevenue,

        @Schema(
                description = "Percent of capacity in the first, second, … month of work; full from then on.",
                defaultValue = "[0, 25, 50, 75]")
        List<Integer> rampPercent,

        @Schema(description = "Accounts that an executive should sponsor at most.", defaultValue = "2")
        int sponsoredTarget,

        @Schema(description = "Accounts that an executive sponsors at most.", defaultValue = "3")
        int sponsoredAccounts,

        @Schema(description = "Accounts that a chief executive (level 6) sponsors at most.", defaultValue = "1")
        int sponsoredByChiefExecutive,

        @Schema(description = "Levels by which a sponsor may stand below the counterpart.", defaultValue = "1")
        int sponsorLevelsBelow,

        @Schema(
                description =
                        "Days before its renewal in which an account keeps its manager unless the move is approved.",
                defaultValue = "60")
        int frozenDays,

        @Schema(description = "What a move costs, in percent of the account's annual revenue.", defaultValue = "15")
        int moveCostPercent,

        @Schema(description = "Percent of that when the new manager is still in the ramp.", defaultValue = "125")
        int newHirePercent,

        @Schema(description = "Percent of that when the new manager knows the account's industry.", defaultValue = "80")
        int industryMatchPercent,

        @Schema(
                description =
                        "Percent by which a manager may be busier than the lowest possible maximum before it counts.",
                defaultValue = "10")
        int busiestTolerancePercent) {

    public Limits {
        rampPercent = rampPercent == null ? List.of() : List.copyOf(rampPercent);
    }
}
