package dev.keyline.calendar;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a region works. */
public record CalendarDefinition(
        @Schema(type = SchemaType.STRING, description = "The time zone of all its times, as in Europe/Berlin.")
        ZoneId zone,

        @Schema(description = "The ordinary week.") WeeklyHours hours,

        @Schema(description = "Whose public holidays are kept; null: none.", nullable = true) @Nullable
        HolidaySource holidays,

        @Schema(description = "Days that are otherwise: holidays of its own, public ones that are worked, half days.")
        List<SpecialDay> days) {
    public CalendarDefinition {
        require(zone, "zone, a time zone such as Europe/Berlin");
        require(hours, "hours, the spans of the ordinary week");
        days = copyOf(days);
    }

    private static void require(@Nullable Object value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("needs " + what);
        }
    }

    private static List<SpecialDay> copyOf(@Nullable List<SpecialDay> days) {
        if (days == null) {
            return List.of();
        }
        if (days.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("has null among its days");
        }
        return List.copyOf(days);
    }
}
