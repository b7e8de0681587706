package dev.keyline.coverage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many of a plan's accounts came out how. */
@Schema(description = "How many of a plan's accounts came out how.")
public record PlanCounts(
        @Schema(description = "Accounts with a manager.") int covered,

        @Schema(description = "Accounts without one; each says why.")
        int uncovered,

        @Schema(description = "Accounts that must have a sponsor and have none; each says why.")
        int sponsorMissing,

        @Schema(description = "Accounts that change their manager.")
        int moved,

        @Schema(description = "Accounts whose manager was decided before the solver began.")
        int pinned) {}
