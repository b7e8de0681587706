package dev.keyline.accountplan;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account plan as it is written and stored. What the contract says of a field is what is checked: {@link PlanShape}
 * reads these annotations. Facts are derived from these very names.
 */
@Schema(description = "An account plan. A section that is left out is empty.")
public record PlanDocument(
        @Schema(description = "The executive summary.", nullable = true) @Nullable
        PlanSummary summary,

        @Schema(description = "What is to be reached.") List<Goal> goals,
        @Schema(description = "Who does what by when.") List<PlannedAction> actions,
        @Schema(description = "The opportunity roadmap.") List<RoadmapEntry> roadmap,
        @Schema(description = "Competitive positioning.") List<Competitor> competitors,
        @Schema(description = "Needs and pain points.") List<Need> needs,
        @Schema(description = "The risk register.") List<PlanRisk> risks,
        @Schema(description = "Success metrics.") List<SuccessMetric> metrics,
        @Schema(description = "Value delivered.") List<DeliveredValue> value,
        @Schema(description = "The stakeholder map.") List<Stakeholder> stakeholders,
        @Schema(description = "Product feedback.") List<ProductFeedback> feedback,

        @Schema(description = "References and co-marketing.", nullable = true) @Nullable
        ReferencePlan reference,

        @Schema(description = "Business reviews held.") List<HeldReview> businessReviews,

        @Schema(description = "The customer's strategic initiatives.")
        List<Initiative> initiatives,

        @Schema(description = "The customer's budget year.", nullable = true) @Nullable
        BudgetCalendar budget,

        @Schema(description = "What to bring up at the next business review.")
        List<AgendaItem> agenda) {
    static final PlanDocument EMPTY = new PlanDocument(
            null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), null, List.of(), List.of(), null, List.of());

    public PlanDocument {
        goals = orEmpty(goals);
        actions = orEmpty(actions);
        roadmap = orEmpty(roadmap);
        competitors = orEmpty(competitors);
        needs = orEmpty(needs);
        risks = orEmpty(risks);
        metrics = orEmpty(metrics);
        value = orEmpty(value);
        stakeholders = orEmpty(stakeholders);
        feedback = orEmpty(feedback);
        businessReviews = orEmpty(businessReviews);
        initiatives = orEmpty(initiatives);
        agenda = orEmpty(agenda);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> entries) {
        return entries == null ? List.of() : List.copyOf(entries);
    }
}
