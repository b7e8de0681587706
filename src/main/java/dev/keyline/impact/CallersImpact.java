package dev.keyline.impact;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who would get another answer. */
@Schema(description = "Who would get another answer to what they have asked in a period.")
public record CallersImpact(
        @Schema(description = "Decisions recorded at or after this instant.")
        Instant from,

        @Schema(description = "And before this one.") Instant to,

        @Schema(description = "Decisions that were replayed: the newest, at most 100,000.")
        int decisions,

        @Schema(description = "Whether there were more than were replayed.")
        boolean more,

        @Schema(description = "By caller and policy.") List<CallerImpact> callers) {}
