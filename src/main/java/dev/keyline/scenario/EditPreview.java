package dev.keyline.scenario;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What edits by hand would make of a plan. */
@Schema(description = "What edits by hand would make of a plan.")
public record EditPreview(
        @Schema(description = "The plan's score.", examples = "0hard/0medium/-1234soft")
        String score,

        @Schema(description = "Its score with the edits.") String scoreAfter,

        @Schema(description = "What each constraint costs before and with the edits.")
        List<Comparison.ConstraintDifference> constraints,

        @Schema(description = "What the edits would break, in words; a plan that breaks something is not saved.")
        List<String> broken) {
    public EditPreview {
        constraints = List.copyOf(constraints);
        broken = List.copyOf(broken);
    }
}
