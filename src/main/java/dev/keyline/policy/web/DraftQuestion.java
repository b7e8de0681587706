package dev.keyline.policy.web;

import dev.keyline.engine.Question;
import dev.keyline.http.BadInputException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to ask a draft. */
@Schema(description = "What to ask a draft.")
record DraftQuestion(
        @Schema(
                description =
                        "Values of input data, and of decisions that are not to be made, by name. Each is read as the model types it: dates, times and durations are ISO 8601 text. Anywhere `{\"feel\": \"date(\\\"2026-01-31\\\")\"}` stands for the value of the FEEL in it. Values of an imported model stand in an object under the import's name.",
                nullable = true,
                examples = "{\"revenueScore\": 85, \"growthScore\": 70}")
        @Nullable
        Map<String, @Nullable Object> context,

        @Schema(description = "The decision to make. Absent: all of them.", nullable = true, examples = "account-tier")
        @Nullable
        String decision,

        @Schema(description = "The decision service to call instead.", nullable = true) @Nullable
        String decisionService,

        @Schema(description = "What `today()` and `now()` return. Absent: now.", nullable = true) @Nullable
        Instant asOf) {

    Question question(ZonedDateTime at) {
        if (decision != null && decisionService != null) {
            throw new BadInputException("/decisionService", "excludes a decision: ask for one or the other");
        }
        return Question.of(Objects.requireNonNullElse(context, Map.of()), decision, decisionService, at);
    }
}
