package dev.keyline.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether the trail is as it was written. */
@Schema(description = "Whether the trail is as it was written.")
public record AuditVerdict(
        @Schema(description = "Whether nothing was changed, taken out or cut off.")
        boolean intact,

        @Schema(description = "How many entries were read.") long entries,

        @Schema(
                description = "The number of the first entry that is not as it was; null when none is.",
                nullable = true)
        @Nullable
        Long brokenAt,

        @Schema(description = "What is wrong there, in words; null when nothing is.", nullable = true) @Nullable
        String problem) {}
