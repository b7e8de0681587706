package dev.keyline.coverage;

import dev.keyline.terms.Points;
import dev.keyline.terms.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a plan asks of one person, week by week, and what drives it. */
@Schema(name = "PersonLoad", description = "What a plan asks of one person, week by week, and what drives it.")
public record PersonLoad(
        @Schema(description = "The person.") PersonRef person,

        @Schema(description = "`account-manager` or `executive`.")
        PersonKind kind,

        @Schema(description = "Points a month held; 0 for an executive.")
        Points load,

        @Schema(description = "Points to give in the month of the plan, after ramp and leave.")
        Points capacity,

        @Schema(description = "What holding so much costs the plan, by constraint.")
        List<Share> shares,

        @Schema(description = "Thirteen weeks from the day of the plan; empty for an executive.")
        List<Week> weeks,

        @Schema(description = "The accounts held or sponsored, the heaviest first.")
        List<Driver> accounts) {
    /** One week. */
    @Schema(
            name = "LoadWeek",
            description = "One week. The load is the plan's: what an account asks does not change by the week.")
    public record Week(
            @Schema(description = "Its first day.") LocalDate from,

            @Schema(description = "Points a month to give at the pace of this week, after ramp and leave.")
            Points capacity,

            @Schema(description = "Load over capacity, 1 for full; null where there is no capacity.", nullable = true)
            @Nullable
            BigDecimal utilisation,

            @Schema(
                    description = "Why there is less than a full week, as in \"ramp 50 %, away 2 of 7 days\"; null.",
                    nullable = true)
            @Nullable
            String because,

            @Schema(description = "Accounts held that renew in this week, by id.")
            List<String> renewals) {}

    /** One account's part in the load. */
    @Schema(name = "LoadDriver", description = "One account's part in a load.")
    public record Driver(
            @Schema(description = "The account's id.") String account,
            @Schema(description = "The account's name.") String accountName,
            @Schema(description = "Its tier.") Tier tier,

            @Schema(description = "Points a month it takes.")
            Points points,

            @Schema(description = "Its part of the load, 0 to 1; null where there is none.", nullable = true) @Nullable
            BigDecimal share,

            @Schema(description = "Its revenue a year, in the reporting currency; null when unknown.", nullable = true)
            @Nullable
            BigDecimal annualRevenue,

            @Schema(description = "The day on which its next contract renews.", nullable = true) @Nullable
            LocalDate renewalOn,

            @Schema(description = "Whether it comes from another manager.")
            boolean moved) {}
}
