package dev.keyline.calendar;

import dev.keyline.http.InputError;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is wrong with a calendar before anybody's clock runs by it. */
final class CalendarCheck {
    /** Thirty years of a country's holidays, by hand. */
    private static final int MOST_DAYS = 500;

    private final List<InputError> errors = new ArrayList<>();

    private final String root;

    private CalendarCheck(String root) {
        this.root = root;
    }

    /**
     * Every error.
     *
     * @param pointer where the calendar stands in the body
     */
    static List<InputError> errors(String pointer, CalendarDefinition calendar, PublicHolidays holidays) {
        CalendarCheck check = new CalendarCheck(pointer);
        check.week(calendar.hours());
        if (calendar.holidays() != null) {
            holidays.refusal(calendar.holidays())
                    .ifPresent(error -> check.refuse("/holidays" + error.pointer(), error.message()));
        }
        check.days(calendar);
        return check.errors;
    }

    private void week(WeeklyHours hours) {
        if (hours.areEmpty()) {
            refuse("/hours", "has no working hours at all: no clock would ever be due");
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            spans("/hours/" + day.name().toLowerCase(Locale.ROOT), hours.on(day));
        }
    }

    private void spans(String pointer, List<Span> spans) {
        for (int i = 0; i < spans.size(); i++) {
            if (!spans.get(i).isForward()) {
                refuse(pointer + "/" + i, "must end after it begins");
            } else if (i > 0 && !spans.get(i - 1).endsBefore(spans.get(i))) {
                refuse(pointer + "/" + i, "begins before the one before it has ended");
            }
        }
    }

    private void days(CalendarDefinition calendar) {
        List<SpecialDay> days = calendar.days();
        if (days.size() > MOST_DAYS) {
            refuse("/days", "has " + days.size() + " entries; " + MOST_DAYS + " is the most");
        }
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < days.size(); i++) {
            SpecialDay day = days.get(i);
            String pointer = "/days/" + i;
            if (!seen.add(day.date())) {
                refuse(pointer + "/date", "stands there twice");
            }
            if (!day.working() && !day.hours().isEmpty()) {
                refuse(pointer + "/hours", "a day that is not worked has no hours");
            }
            if (day.working()
                    && day.hours().isEmpty()
                    && calendar.hours().on(day.date().getDayOfWeek()).isEmpty()) {
                refuse(pointer + "/hours", "must be given: its weekday has none");
            }
            spans(pointer + "/hours", day.hours());
        }
    }

    private void refuse(String pointer, String message) {
        errors.add(new InputError(root + pointer, message));
    }
}
