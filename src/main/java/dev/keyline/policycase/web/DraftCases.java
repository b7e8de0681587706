package dev.keyline.policycase.web;

import dev.keyline.policycase.CaseRun;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the cases on a draft. */
@Schema(description = "What became of the cases on a draft.")
record DraftCases(
        @Schema(description = "The draft's revision, as its ETag says it.")
        long revision,

        @Schema(description = "How many cases passed, of all policies here.")
        int passed,

        @Schema(description = "How many did not.") int failed,

        @Schema(description = "The draft's own policy first, then those downstream that were asked for.")
        List<CaseRun> policies) {

    static DraftCases of(long revision, List<CaseRun> runs) {
        return new DraftCases(
                revision,
                runs.stream().mapToInt(CaseRun::passed).sum(),
                runs.stream().mapToInt(CaseRun::failed).sum(),
                List.copyOf(runs));
    }
}
