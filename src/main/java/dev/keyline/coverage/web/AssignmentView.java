package dev.keyline.coverage.web;

import dev.keyline.coverage.Assignment;
import dev.keyline.coverage.PersonRef;
import dev.keyline.terms.Points;
import dev.keyline.terms.Tier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who a plan gives an account to. */
@Schema(name = "PlanAssignment", description = "Who a plan gives an account to.")
record AssignmentView(
        @Schema(description = "The account's id.") String account,

        @Schema(description = "The account's name at the time.")
        String accountName,

        @Schema(description = "Its tier in the plan.") Tier tier,

        @Schema(description = "Its workload in points.") Points points,

        @Schema(description = "Its account manager; null: uncovered.", nullable = true) @Nullable
        PersonRef accountManager,

        @Schema(description = "Its executive sponsor; null: none needed, or missing.", nullable = true) @Nullable
        PersonRef sponsor,

        @Schema(description = "Whether it had another manager before.")
        boolean moved,

        @Schema(description = "Whether its manager was decided before the solver began.")
        boolean pinned,

        @Schema(description = "Whether it must have a sponsor and has none.")
        boolean sponsorMissing,

        @Schema(description = "Why something is missing or unusual, in sentences.", nullable = true) @Nullable
        String reason) {

    static AssignmentView of(Assignment assignment) {
        return new AssignmentView(
                assignment.account(),
                assignment.accountName(),
                assignment.tier(),
                assignment.points(),
                assignment.accountManager(),
                assignment.sponsor(),
                assignment.moved(),
                assignment.pinned(),
                assignment.sponsorMissing(),
                assignment.reason());
    }
}
