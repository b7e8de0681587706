package dev.keyline.accountplan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.decision.Grounds;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry for the plan that a policy's outcome suggests; a person takes it or declines it. */
@Schema(description = "An entry for the plan that a policy's outcome suggests.")
public record Proposal(
        @Schema(description = "The same as long as the finding holds.")
        UUID id,

        @Schema(
                description = "The section it is meant for.",
                enumeration = {"risks", "roadmap", "agenda"})
        String section,

        @Schema(description = "What the policy found.", examples = "champion-silent")
        String cause,

        @Schema(description = "What is proposed, in words.") String statement,

        @Schema(
                description = "The entry as it would be written; accepting may change any of its fields.",
                implementation = Object.class)
        JsonNode entry,

        @Schema(description = "The decision and rows that suggest it.")
        Grounds grounds) {}
