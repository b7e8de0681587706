package dev.keyline.policycase;

import dev.keyline.engine.RowHit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a case. */
@Schema(description = "What became of a case.")
public record CaseResult(
        @Schema(description = "What the case shows.") String name,

        @Schema(description = "Whether the policy answers as the case expects.")
        boolean passed,

        @Schema(description = "Everything that stands in the way; empty when it passed.")
        List<CaseFault> faults,

        @Schema(description = "The whole answer; null when there is none.", nullable = true) @Nullable
        Object outcome,

        @Schema(description = "The rows and rules that made the answer, in the order of evaluation.")
        List<RowHit> rules) {
    public CaseResult {
        faults = List.copyOf(faults);
        rules = List.copyOf(rules);
    }
}
