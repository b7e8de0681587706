package dev.keyline.calendar;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A day that is not as its weekday or the public holidays would have it.
 *
 * @param hours on a working day: its own, empty for those of its weekday
 */
@Schema(name = "SpecialDay", description = "A day that is not as its weekday or the public holidays would have it.")
public record SpecialDay(
        @Schema(description = "The day.") LocalDate date,
        @Schema(description = "What it is.") String name,

        @Schema(description = "false: nobody works. true: work is done, although it may be a public holiday.")
        boolean working,

        @Schema(description = "On a working day: its own hours. Left out: those of its weekday.")
        List<Span> hours) {
    public SpecialDay {
        require(date, "date, such as 2026-12-24");
        require(name, "name, what the day is");
        hours = WeeklyHours.orNone(hours);
    }

    private static void require(@Nullable Object value, String what) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw new IllegalArgumentException("needs " + what);
        }
    }
}
