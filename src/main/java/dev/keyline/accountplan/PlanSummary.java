package dev.keyline.accountplan;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The customer's business, what it wants, and how working with us serves that. */
@Schema(description = "The customer's business, what it wants, and how working with us serves that.")
public record PlanSummary(
        @Schema(description = "What the customer does and lives on.")
        String business,

        @Schema(description = "What the customer wants to reach.")
        String goals,

        @Schema(description = "How working with us serves those goals.")
        String partnership) {}
