package dev.keyline.audit;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody did. */
@Schema(description = "What somebody did.")
public record AuditEntry(
        @Schema(description = "From 1, without a gap.") long number,

        @Schema(description = "When.") Instant at,

        @Schema(description = "Who.") String actor,

        @Schema(description = "What was done, as in `proposal approved`.", examples = "proposal approved")
        String action,

        @Schema(description = "To what: the path of a resource.", examples = "/policies/account-tier")
        String subject,

        @Schema(description = "What belongs to it, by name.")
        Map<String, @Nullable Object> details,

        @Schema(description = "The hash of the entry before; of the first, 64 zeros.")
        String previousHash,

        @Schema(description = "SHA-256 over everything above, in hexadecimal.")
        String hash) {}
