package dev.keyline.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a policy concluded for an account in the last finished review. */
public record Outcome(
        @Schema(description = "The decision that made it: GET /decisions/{id}.")
        UUID decisionId,

        @Schema(description = "The instant it looks from.") Instant asOf,

        @Schema(description = "The policy's outcome.", implementation = Object.class)
        JsonNode outcome) {}
