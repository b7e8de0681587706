package dev.keyline.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A seat that is decided: the plan gives it to this person or to nobody. */
public record Pin(
        @JsonProperty(required = true) @Schema(description = "The account's id.")
        String account,

        @JsonProperty(required = true) @Schema(description = "Which of its two seats.")
        Seat seat,

        @JsonProperty(required = true) @Schema(description = "The id of the person who keeps or gets it.")
        String person) {}
