package dev.keyline.calendar;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes calendars for tests: Monday to Friday, nine to five in Berlin, without holidays, unless told otherwise. */
final class Calendar {
    private static final PublicHolidays HOLIDAYS = new PublicHolidays();

    private ZoneId zone = ZoneId.of("Europe/Berlin");
    private WeeklyHours hours = workdays(span("09:00", "17:00"));
    private @Nullable HolidaySource holidays;
    private final List<SpecialDay> days = new ArrayList<>();

    static Span span(String from, String to) {
        return new Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    static WeeklyHours workdays(Span... spans) {
        return week(day -> day == SATURDAY || day == SUNDAY ? List.of() : List.of(spans));
    }

    static WeeklyHours everyDay(Span... spans) {
        return week(day -> List.of(spans));
    }

    private static WeeklyHours week(Function<DayOfWeek, List<Span>> spans) {
        List<List<Span>> week = Stream.of(DayOfWeek.values()).map(spans).toList();
        return new WeeklyHours(
                week.get(0), week.get(1), week.get(2), week.get(3), week.get(4), week.get(5), week.get(6));
    }

    Calendar in(String zone) {
        this.zone = ZoneId.of(zone);
        return this;
    }

    Calendar hours(WeeklyHours hours) {
        this.hours = hours;
        return this;
    }

    Calendar holidaysOf(String country, @Nullable String subdivision) {
        this.holidays = new HolidaySource(country, subdivision);
        return this;
    }

    Calendar day(String date, String name, boolean working, Span... spans) {
        days.add(new SpecialDay(LocalDate.parse(date), name, working, List.of(spans)));
        return this;
    }

    CalendarDefinition definition() {
        return new CalendarDefinition(zone, hours, holidays, days);
    }

    WorkingCalendar calendar() {
        return new WorkingCalendar("test", 1, definition(), HOLIDAYS);
    }

    /** The pointers of what is wrong with it. */
    List<String> errors() {
        return CalendarCheck.errors("", definition(), HOLIDAYS).stream()
                .map(error -> error.pointer())
                .toList();
    }

    /** A local time of its zone. */
    Instant at(String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
