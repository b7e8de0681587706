package dev.keyline.portfolio.web;

import dev.keyline.portfolio.Ticket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of POST /accounts/{id}/readings, for the published contract. */
record ReadingsToPost(
        @Schema(description = "How much the customer uses.", nullable = true) @Nullable
        List<Usage> usage,

        @Schema(description = "How content it is.", nullable = true) @Nullable
        List<Satisfaction> satisfaction,

        @Schema(description = "Support cases, opened or closed.", nullable = true) @Nullable
        List<Ticket> tickets) {
    /** One reading of one metric. */
    record Usage(
            @Schema(description = "active-users, api-calls, response-hours, …")
            String metric,

            @Schema(description = "When it was read.") Instant readAt,

            @Schema(description = "In the metric's own unit.")
            BigDecimal value) {}

    /** One answer to a survey, or the mean of several. */
    record Satisfaction(
            @Schema(description = "nps or csat.") String kind,
            @Schema(description = "When it was given.") Instant readAt,

            @Schema(description = "nps: -100 to 100; csat: 1 to 5.")
            BigDecimal score) {}
}
