package dev.keyline.decision.web;

import dev.keyline.decision.DecisionRequest;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to decide about. */
@Schema(description = "What to decide about: an account, facts, or both.")
public record AskedDecision(
        @Schema(
                description = "The account whose portfolio facts to use. Without it only the facts sent count.",
                nullable = true,
                examples = "acme")
        @Nullable
        String account,

        @Schema(
                description =
                        "Facts by name, as the fact catalogue defines them; they win over the portfolio's. Dates are"
                                + " ISO 8601 text.",
                nullable = true,
                examples = "{\"revenueScore\": 85, \"growthScore\": 70}")
        @Nullable
        Map<String, @Nullable Object> facts,

        @Schema(
                description = "The instant to decide for: it selects the versions in force and is what `today()` and"
                        + " `now()` return. Absent: now.",
                nullable = true)
        @Nullable
        Instant asOf) {

    DecisionRequest asRequest() {
        return new DecisionRequest(account, facts, asOf);
    }
}
