package dev.keyline.calendar.web;

import dev.keyline.calendar.CalendarDefinition;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of PUT /calendars/{region}. */
@Schema(description = "When a region works, and from when on.")
record CalendarToPut(
        @Schema(description = "When the region works.") CalendarDefinition calendar,

        @Schema(description = "From when it is in force; never past. Absent: from now on.", nullable = true) @Nullable
        Instant inForceFrom) {
    CalendarToPut {
        require(calendar);
    }

    private static void require(@Nullable CalendarDefinition calendar) {
        if (calendar == null) {
            throw new IllegalArgumentException("needs calendar: zone, hours, holidays and days");
        }
    }
}
