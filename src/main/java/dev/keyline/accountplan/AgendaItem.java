package dev.keyline.accountplan;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something to bring up at the next business review. */
@Schema(description = "Something to bring up at the next business review.")
public record AgendaItem(
        @Schema(description = "Unique in its section; made when it is left out.", maxLength = 64)
        String id,

        @Schema(
                description = "The part of the review it belongs to.",
                enumeration = {"value-proved", "priorities-aligned", "risks-raised"})
        String part,

        @Schema(description = "What to bring up.") String item,

        @Schema(description = "Why it is worth the time.", nullable = true) @Nullable
        String why,

        @Schema(description = "The day the review is due.", nullable = true) @Nullable
        LocalDate reviewOn) {}
