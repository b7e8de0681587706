package dev.keyline.policycase;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of all cases of a policy. */
@Schema(description = "What became of all cases of a policy.")
public record CaseRun(
        @Schema(description = "The policy.", examples = "account-tier")
        String policy,

        @Schema(description = "How many cases passed.") int passed,

        @Schema(description = "How many did not.") int failed,

        @Schema(description = "Each case: those of the release first, then those that people keep, oldest first.")
        List<RunCase> cases,

        @Schema(description = "Which rows decided in any case, by table.")
        List<TableCoverage> coverage) {
    public CaseRun {
        cases = List.copyOf(cases);
        coverage = List.copyOf(coverage);
    }

    /** A case and what became of it. */
    @Schema(description = "A case and what became of it.")
    public record RunCase(
            @Schema(description = "The case's id; null: the release ships it.", nullable = true) @Nullable
            UUID id,

            @Schema(description = "What became of it.") CaseResult result) {}
}
