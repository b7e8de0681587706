package dev.keyline.coverage;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a finished plan is made up of: what it breaks, what it leaves open, what each constraint costs. */
@Schema(description = "What a finished plan is made up of.")
public record PlanExplanation(
        @Schema(description = "The plan's id.") UUID plan,

        @Schema(description = "As in `0hard/0medium/-1234soft`, computed again from the plan's assignments.")
        String score,

        @Schema(description = "What it costs in all, in the reporting currency.")
        BigDecimal money,

        @Schema(
                description =
                        "Every constraint that costs something, and every soft one; hard before medium before soft.")
        List<Part> constraints,

        @Schema(description = "Whom it takes to look after what is left open; empty when nothing is.")
        List<StaffMissing> staffMissing,

        @Schema(description = "What one more account manager would bring, the most first; one entry a region.")
        List<OneMore> oneMore) {
    /** One constraint's part in a plan. */
    @Schema(name = "ConstraintPart", description = "One constraint's part in a plan.")
    public record Part(
            @Schema(description = "Its name.") String constraint,

            @Schema(description = "`hard`, `medium` or `soft`.")
            ConstraintLevel level,

            @Schema(description = "Percent of its price; null unless it is soft.", nullable = true) @Nullable
            Integer weight,

            @Schema(description = "What 100 percent stand for, in words; null unless it is soft.", nullable = true)
            @Nullable
            String price,

            @Schema(description = "What it takes off its level of the score.")
            long points,

            @Schema(description = "The same in the reporting currency; null unless it is soft.", nullable = true)
            @Nullable
            BigDecimal money,

            @Schema(description = "In how many places.") int places,

            @Schema(description = "The costliest of them, at most ten.")
            List<Place> costliest) {}

    /** Where a constraint costs something. */
    @Schema(name = "CostlyPlace", description = "Where a constraint costs something.")
    public record Place(
            @Schema(description = "The account's id; null where it is about all that somebody holds.", nullable = true)
            @Nullable
            String account,

            @Schema(description = "The person's id; null where nobody has the account.", nullable = true) @Nullable
            String person,

            @Schema(description = "What it takes off its level of the score.")
            long points) {}
}
