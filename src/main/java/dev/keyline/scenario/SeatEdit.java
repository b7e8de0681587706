package dev.keyline.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.keyline.coverage.Seat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A seat that is given to somebody by hand. */
@Schema(description = "A seat that is given to somebody by hand.")
public record SeatEdit(
        @JsonProperty(required = true) @Schema(description = "The account's id.")
        String account,

        @JsonProperty(required = true) @Schema(description = "Which of its two seats.")
        Seat seat,

        @Schema(description = "The id of the person who gets it; null: nobody.", nullable = true) @Nullable
        String person) {}
