package dev.keyline.calendar;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When work is done on each day of the week: several spans in the order of time, or none. */
@Schema(description = "When work is done on each day of the week; a day that is left out is free.")
public record WeeklyHours(
        @Schema(description = "Spans of Mondays, in the order of time.")
        List<Span> monday,

        @Schema(description = "Spans of Tuesdays.") List<Span> tuesday,
        @Schema(description = "Spans of Wednesdays.") List<Span> wednesday,
        @Schema(description = "Spans of Thursdays.") List<Span> thursday,
        @Schema(description = "Spans of Fridays.") List<Span> friday,
        @Schema(description = "Spans of Saturdays.") List<Span> saturday,
        @Schema(description = "Spans of Sundays.") List<Span> sunday) {
    public WeeklyHours {
        monday = orNone(monday);
        tuesday = orNone(tuesday);
        wednesday = orNone(wednesday);
        thursday = orNone(thursday);
        friday = orNone(friday);
        saturday = orNone(saturday);
        sunday = orNone(sunday);
    }

    /** The same every day of the week. */
    static WeeklyHours always(List<Span> spans) {
        return new WeeklyHours(spans, spans, spans, spans, spans, spans, spans);
    }

    public List<Span> on(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> monday;
            case TUESDAY -> tuesday;
            case WEDNESDAY -> wednesday;
            case THURSDAY -> thursday;
            case FRIDAY -> friday;
            case SATURDAY -> saturday;
            case SUNDAY -> sunday;
        };
    }

    boolean areEmpty() {
        return Arrays.stream(DayOfWeek.values()).allMatch(day -> on(day).isEmpty());
    }

    static List<Span> orNone(@Nullable List<Span> spans) {
        if (spans == null) {
            return List.of();
        }
        if (spans.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("holds null where a span belongs");
        }
        return List.copyOf(spans);
    }
}
