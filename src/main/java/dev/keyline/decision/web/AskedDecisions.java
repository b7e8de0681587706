package dev.keyline.decision.web;

import dev.keyline.decision.DecisionRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Several policies to ask about one thing. */
@Schema(description = "Several policies, and what to decide about.")
public record AskedDecisions(
        @Schema(
                description = "The policies to ask, in any order.",
                examples = "[\"account-tier\", \"engagement-model\"]")
        @Nullable
        List<String> policies,

        @Schema(description = "As for one policy.", nullable = true) @Nullable
        String account,

        @Schema(description = "As for one policy.", nullable = true) @Nullable
        Map<String, @Nullable Object> facts,

        @Schema(description = "As for one policy.", nullable = true) @Nullable
        Instant asOf) {

    DecisionRequest asRequest() {
        return new DecisionRequest(account, facts, asOf);
    }
}
