package dev.keyline.scenario;

import dev.keyline.coverage.ConstraintLevel;
import dev.keyline.coverage.Plan;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Two finished plans side by side. */
@Schema(name = "PlanComparison", description = "Two finished plans side by side.")
public record Comparison(
        @Schema(description = "The plan.") Side plan,

        @Schema(description = "What it is compared with.") Side with,

        @Schema(description = "What each constraint costs in both, hard before medium before soft.")
        List<ConstraintDifference> constraints,

        @Schema(
                description =
                        "Accounts that are held or sponsored by somebody else, or stand in one of the plans only.")
        int differingAccounts,

        @Schema(description = "People who hold or sponsor something else in all, or stand in one of the plans only.")
        int differingPeople) {

    public Comparison {
        constraints = List.copyOf(constraints);
    }

    /** One of the two. */
    @Schema(name = "ComparedPlan", description = "One of two plans that are compared.")
    public record Side(
            @Schema(description = "The plan as `GET /plans/{id}` shows it.")
            Plan plan,

            @Schema(
                    description =
                            "What customers are expected to buy less in a year because their manager changes, in the"
                                    + " reporting currency; null where continuity has no weight in the plan.",
                    nullable = true)
            @Nullable
            BigDecimal revenueAtRisk) {}

    /** What a constraint costs in both. */
    @Schema(description = "What a constraint costs in two assignments.")
    public record ConstraintDifference(
            @Schema(description = "The constraint's name.") String constraint,

            @Schema(description = "`hard`, `medium` or `soft`.")
            ConstraintLevel level,

            @Schema(
                    description = "What it takes off its level of the first score; of a soft one in hundredths of the"
                            + " reporting currency.")
            long cost,

            @Schema(description = "The same of the second score.")
            long costWith,

            @Schema(description = "The second less the first: below 0 the second is better.")
            long difference) {}
}
