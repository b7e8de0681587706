package dev.keyline.calendar;

import static dev.keyline.calendar.Calendar.everyDay;
import static dev.keyline.calendar.Calendar.span;
import static dev.keyline.calendar.Calendar.workdays;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Collection;
import org.junit.jupiter.api.Test;

class CalendarCheckTest {
    @Test
    void a_calendar_without_working_hours_is_refused() {
        assertThat(new Calendar().hours(everyDay()).errors()).containsExactly("/hours");
        assertThat(new Calendar()
                        .hours(everyDay())
                        .day("2026-03-02", "The one day", true, span("09:00", "10:00"))
                        .errors())
                .containsExactly("/hours");
    }

    @Test
    void spans_go_forward_and_follow_each_other() {
        assertThat(new Calendar().hours(workdays(span("17:00", "09:00"))).errors())
                .contains("/hours/monday/0", "/hours/friday/0");
        assertThat(new Calendar()
                        .hours(workdays(span("09:00", "13:00"), span("12:00", "17:00")))
                        .errors())
                .contains("/hours/monday/1");
        assertThat(new Calendar()
                        .hours(workdays(span("09:00", "00:00"), span("12:00", "17:00")))
                        .errors())
                .contains("/hours/monday/1");
        assertThat(new Calendar()
                        .hours(workdays(span("09:00", "12:00"), span("12:00", "00:00")))
                        .errors())
                .isEmpty();
    }

    @Test
    void a_special_day_makes_sense_and_stands_there_once() {
        assertThat(new Calendar()
                        .day("2026-03-02", "Free, with hours", false, span("09:00", "10:00"))
                        .day("2026-03-07", "A Saturday without hours", true)
                        .day("2026-03-02", "The same again", false)
                        .day("2026-03-03", "Backwards", true, span("10:00", "09:00"))
                        .errors())
                .containsExactly("/days/0/hours", "/days/1/hours", "/days/2/date", "/days/3/hours/0");
    }

    @Test
    void public_holidays_are_those_of_a_known_country_and_part() {
        assertThat(new Calendar().holidaysOf("XX", null).errors()).containsExactly("/holidays/country");
        assertThat(new Calendar().holidaysOf("NYSE", null).errors()).containsExactly("/holidays/country");
        assertThat(new Calendar().holidaysOf("DE", "ZZ").errors()).containsExactly("/holidays/subdivision");
        assertThat(new Calendar().holidaysOf("DE", "BY/ZZ").errors()).containsExactly("/holidays/subdivision");
        assertThat(new Calendar().holidaysOf("de", "by/mu").errors()).isEmpty();
    }

    @Test
    void every_calendar_that_the_release_ships_is_without_error() {
        Collection<CalendarDefinition> shipped =
                ShippedCalendars.read(ZoneId.of("Europe/Vienna")).values();

        assertThat(shipped)
                .hasSize(9)
                .allSatisfy(calendar -> assertThat(CalendarCheck.errors("", calendar, new PublicHolidays()))
                        .isEmpty());
        assertThat(ShippedCalendars.read(ZoneId.of("Europe/Vienna"))
                        .get(Calendars.DEFAULT)
                        .zone())
                .isEqualTo(ZoneId.of("Europe/Vienna"));
    }
}
