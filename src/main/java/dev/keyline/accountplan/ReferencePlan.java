package dev.keyline.accountplan;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the customer does with us in public, beside the account's reference standing. */
@Schema(description = "What the customer does with us in public, beside the account's reference standing.")
public record ReferencePlan(
        @Schema(description = "What we do together: a case study, a talk, an event.")
        List<String> coMarketing,

        @Schema(description = "What was agreed or ruled out.", nullable = true) @Nullable
        String note) {
    public ReferencePlan {
        coMarketing = coMarketing == null ? List.of() : List.copyOf(coMarketing);
    }
}
