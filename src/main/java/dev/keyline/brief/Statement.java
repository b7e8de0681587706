package dev.keyline.brief;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.decision.Grounds;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that a policy concluded of the account, in words, and what made it conclude so. */
@Schema(description = "Something that a policy concluded of the account, in words, and what made it conclude so.")
public record Statement(
        @Schema(description = "What it is about.", examples = "tier")
        String topic,

        @Schema(description = "The conclusion as a sentence.")
        String text,

        @Schema(
                description = "How a reader should take it.",
                enumeration = {"good", "watch", "bad", "plain"})
        String tone,

        @Schema(description = "The part of the policy's outcome that it words.", implementation = Object.class)
        JsonNode finding,

        @Schema(description = "The decision, policy, version and rows behind it.")
        Grounds grounds) {}
