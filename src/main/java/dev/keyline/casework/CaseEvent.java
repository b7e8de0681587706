package dev.keyline.casework;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that happened to a case. It never changes. */
@Schema(description = "Something that happened to a case.")
public record CaseEvent(
        @Schema(description = "Opaque.") UUID id,
        @Schema(description = "When.") Instant at,

        @Schema(
                description =
                        "`opened`, `found-again`, `severity-changed`, `rung-reached`, `acknowledged`, `assigned`, `raised`,"
                                + " `updated`, `update-due`, `closing-proposed`, `de-escalated`, `closed` or `reopened`.")
        String what,

        @Schema(description = "A user, `review`, `change` or `clock`.")
        String actor,

        @Schema(description = "What belongs to it: reason, level, person, severity before.")
        Map<String, @Nullable Object> detail) {}
