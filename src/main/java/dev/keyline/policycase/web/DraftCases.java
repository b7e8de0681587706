package dev.keyline.policycase.web;

import dev.keyline.policycase.CaseRun;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of the cases on a draft. */
@Schema(description = "What became of the cases on a draft.")
record DraftCases(
        @Schema(description = "The draft's revision, as its ETag says it.")
        long revision,

        @Schema(description = "How many cases passed, of all policies here.")
        int passed,

        @Schema(description = "How many did not.") int failed,

        @Schema(description = "The draft's own policy first, then those downstream that were asked for.")
        List<CaseRun> policies,

        @Schema(
                description = "What the cases of policies downstream cannot tell, in words; null: none were asked for.",
                nullable = true)
        @Nullable
        String note) {
    /** What somebody wrote into a case stands for what a policy might answer: it is not worked out anew. */
    private static final String DOWNSTREAM =
            "The cases of policies downstream bring the outcomes that they need as facts, so another answer of the draft"
                    + " does not reach them: the impact says what becomes of accounts and of callers' decisions.";

    static DraftCases of(long revision, List<CaseRun> runs, boolean downstream) {
        return new DraftCases(
                revision,
                runs.stream().mapToInt(CaseRun::passed).sum(),
                runs.stream().mapToInt(CaseRun::failed).sum(),
                List.copyOf(runs),
                downstream ? DOWNSTREAM : null);
    }
}
