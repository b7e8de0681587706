package dev.keyline.calendar;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a working day, in the calendar's own time.
 *
 * @param from its first moment
 * @param to the first moment after it; midnight is the end of the day, so that 00:00 to 00:00 is all of it
 */
@Schema(name = "WorkingSpan", description = "A stretch of a working day, in the calendar's time zone.")
public record Span(
        @Schema(type = SchemaType.STRING, format = "time", description = "When work begins, as in 09:00.")
        @JsonFormat(pattern = "HH:mm")
        LocalTime from,

        @Schema(
                type = SchemaType.STRING,
                format = "time",
                description = "When it ends, as in 17:00; 00:00 is the end of the day.")
        @JsonFormat(pattern = "HH:mm")
        LocalTime to) {
    public Span {
        require(from, "from");
        require(to, "to");
    }

    private static void require(@Nullable LocalTime time, String name) {
        if (time == null) {
            throw new IllegalArgumentException("needs " + name + ", a time of day such as 09:00");
        }
    }

    boolean isForward() {
        return endsWithTheDay() || from.isBefore(to);
    }

    boolean endsWithTheDay() {
        return to.equals(LocalTime.MIDNIGHT);
    }

    boolean endsBefore(Span later) {
        return !endsWithTheDay() && !to.isAfter(later.from);
    }
}
