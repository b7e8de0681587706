package dev.keyline.contingency;

import dev.keyline.decision.Evaluated;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an account stands, in the policies' own words; null or empty where no such policy is in force. */
@Schema(description = "How an account stands, in the policies' own words.")
public record Risk(
        @Schema(description = "The band of account-health.", nullable = true) @Nullable
        Object healthBand,

        @Schema(description = "The score of account-health, 0 to 100.", nullable = true) @Nullable
        Object healthScore,

        @Schema(description = "What early-warning finds.") List<Object> warnings,
        @Schema(description = "What escalation finds.") List<Object> escalations,

        @Schema(description = "The risk status of renewal.", nullable = true) @Nullable
        Object renewalStatus) {

    static Risk of(List<Evaluated> answers) {
        Map<String, Map<?, ?>> outcomes = new HashMap<>();
        answers.forEach(answer -> {
            if (answer.evaluation().outcome() instanceof Map<?, ?> outcome) {
                outcomes.put(answer.policy(), outcome);
            }
        });
        return new Risk(
                part(outcomes, "account-health", "band"),
                part(outcomes, "account-health", "score"),
                list(part(outcomes, "early-warning", "warnings")),
                list(part(outcomes, "escalation", "escalations")),
                part(outcomes, "renewal", "status"));
    }

    private static @Nullable Object part(Map<String, Map<?, ?>> outcomes, String policy, String name) {
        return outcomes.getOrDefault(policy, Map.of()).get(name);
    }

    private static List<Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? List.copyOf(list) : List.of();
    }
}
