package dev.keyline.calendar.web;

import dev.keyline.calendar.Span;
import dev.keyline.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A day as a calendar has it. */
@Schema(description = "A day as the calendar has it.")
record CalendarDay(
        @Schema(description = "The day.") LocalDate date,

        @Schema(description = "When work is done on it; empty: not at all.")
        List<Span> hours,

        @Schema(
                description = "What makes it other than its weekday: a public holiday's name, or its own.",
                nullable = true)
        @Nullable
        String name) {
    static CalendarDay of(WorkingCalendar calendar, LocalDate date) {
        return new CalendarDay(
                date, calendar.hoursOn(date), calendar.nameOf(date).orElse(null));
    }
}
