package dev.keyline.decision;

import dev.keyline.engine.RowHit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a statement rests on. */
@Schema(description = "What a statement rests on: a recorded decision, and the rows that made it.")
public record Grounds(
        @Schema(description = "The decision: GET /decisions/{id} tells all of it.")
        UUID decisionId,

        @Schema(description = "The policy that decided.", examples = "account-tier")
        String policy,

        @Schema(description = "The policy's version.") int version,
        @Schema(description = "The instant it looks from.") Instant asOf,

        @Schema(description = "The rows and rules behind it, in the order of evaluation.")
        List<RowHit> rules) {

    /** The same decision, with those rules alone that are named after a finding; all of them where none is. */
    public Grounds about(String finding) {
        List<RowHit> named = rules.stream()
                .filter(row -> row.table() != null || row.ruleId().contains(finding))
                .toList();
        return named.stream().allMatch(row -> row.table() != null)
                ? this
                : new Grounds(decisionId, policy, version, asOf, named);
    }
}
