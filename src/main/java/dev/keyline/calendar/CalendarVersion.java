package dev.keyline.calendar;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a region's calendar, as it stays for ever. */
@Schema(description = "A version of a region's calendar; it never changes.")
public record CalendarVersion(
        @Schema(description = "As accounts name it; `default` holds for every region without a calendar of its own.")
        String region,

        @Schema(description = "Counts from 1.") int version,

        @Schema(
                description =
                        "From when it is in force, until a later one's. Null: since ever, as what the release ships is.",
                nullable = true)
        @Nullable
        Instant inForceFrom,

        @Schema(description = "When the region works.") CalendarDefinition calendar,

        @Schema(description = "shipped with a release, or edited.")
        String origin,

        @Schema(description = "Who made it.") String author,
        @Schema(description = "When it was made.") Instant createdAt) {
    static final String SHIPPED = "shipped";
    static final String EDITED = "edited";
}
