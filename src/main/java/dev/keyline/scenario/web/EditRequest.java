package dev.keyline.scenario.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.keyline.scenario.SeatEdit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Seats that are given to somebody by hand. */
@Schema(description = "Seats that are given to somebody by hand.")
record EditRequest(
        @JsonProperty(required = true)
        @Schema(description = "The seats, at least one; of two for a seat the last counts.")
        List<SeatEdit> edits,

        @Schema(description = "What to call the new plan; a preview leaves it aside.", nullable = true) @Nullable
        String name) {}
