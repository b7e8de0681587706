package dev.keyline.accountplan;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A business review that was held, in its three parts. */
@Schema(description = "A business review that was held, in its three parts.")
public record HeldReview(
        @Schema(description = "Unique in its section; made when it is left out.", maxLength = 64)
        String id,

        @Schema(description = "The day.") @Past LocalDate heldOn,

        @Schema(description = "Who was there, on both sides.")
        List<String> attendees,

        @Schema(description = "The value already delivered, as it was shown.")
        String valueProved,

        @Schema(description = "What both sides agreed to do next.")
        String prioritiesAligned,

        @Schema(description = "The risks that were named, or that none were.")
        String risksRaised) {
    public HeldReview {
        attendees = attendees == null ? List.of() : List.copyOf(attendees);
    }
}
