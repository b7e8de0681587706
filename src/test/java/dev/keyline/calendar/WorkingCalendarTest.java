package dev.keyline.calendar;

import static dev.keyline.calendar.Calendar.everyDay;
import static dev.keyline.calendar.Calendar.span;
import static dev.keyline.calendar.Calendar.workdays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every figure here was worked out by hand. 2026-03-02 is a Monday, Easter Sunday is 2026-04-05. */
class WorkingCalendarTest {
    private final Calendar berlin = new Calendar();

    @Test
    void time_within_a_day_passes_as_it_does() {
        assertDue(berlin, "2026-03-02T09:30", Duration.ofHours(4), "2026-03-02T13:30");
    }

    @Test
    void what_is_used_up_exactly_at_closing_time_is_due_then() {
        assertDue(berlin, "2026-03-02T13:00", Duration.ofHours(4), "2026-03-02T17:00");
        assertDue(berlin, "2026-03-06T09:00", Duration.ofHours(8), "2026-03-06T17:00");
    }

    @Test
    void a_minute_more_is_due_when_work_has_begun_again() {
        assertDue(berlin, "2026-03-02T13:00", Duration.ofMinutes(241), "2026-03-03T09:01");
    }

    @Test
    void nobody_works_over_a_weekend() {
        assertDue(berlin, "2026-03-06T15:00", Duration.ofHours(4), "2026-03-09T11:00");
        // two weeks of eight hours a day
        assertDue(berlin, "2026-03-02T09:00", Duration.ofHours(80), "2026-03-13T17:00");
    }

    @Test
    void what_starts_outside_working_hours_starts_when_they_begin() {
        assertDue(berlin, "2026-03-07T12:00", Duration.ofHours(1), "2026-03-09T10:00");
        assertDue(berlin, "2026-03-02T05:00", Duration.ofHours(1), "2026-03-02T10:00");
        assertDue(berlin, "2026-03-02T17:00", Duration.ofHours(1), "2026-03-03T10:00");
    }

    @Test
    void no_time_at_all_is_over_at_once_even_outside_working_hours() {
        assertDue(berlin, "2026-03-07T12:00", Duration.ZERO, "2026-03-07T12:00");
        assertDue(berlin, "2026-03-02T10:00", Duration.ZERO, "2026-03-02T10:00");
    }

    @Test
    void public_holidays_are_free() {
        Calendar german = new Calendar().holidaysOf("DE", null);

        // Good Friday to Easter Monday: from Thursday evening to Tuesday morning
        assertDue(german, "2026-04-02T16:00", Duration.ofHours(2), "2026-04-07T10:00");
        assertThat(german.calendar().nameOf(LocalDate.parse("2026-04-03"))).contains("Good Friday");
        assertThat(berlin.calendar().nameOf(LocalDate.parse("2026-04-03"))).isEmpty();
    }

    @Test
    void a_part_of_a_country_has_its_own_holidays_besides() {
        LocalDate epiphany = LocalDate.parse("2026-01-06");

        assertThat(new Calendar().holidaysOf("DE", "BY").calendar().hoursOn(epiphany))
                .isEmpty();
        assertThat(new Calendar().holidaysOf("DE", null).calendar().hoursOn(epiphany))
                .hasSize(1);
    }

    @Test
    void a_holiday_that_is_moved_is_free_on_the_day_it_is_observed() {
        // the fourth of July 2026 is a Saturday
        Calendar american = new Calendar().in("America/New_York").holidaysOf("US", null);

        assertDue(american, "2026-07-02T16:00", Duration.ofHours(2), "2026-07-06T10:00");
    }

    @Test
    void a_calendar_adds_holidays_takes_them_back_and_halves_days() {
        Calendar own = new Calendar()
                .holidaysOf("DE", null)
                .day("2026-04-02", "Company outing", false)
                .day("2026-04-03", "Good Friday, worked this year", true)
                .day("2026-04-04", "Stocktaking", true, span("08:00", "12:00"))
                .day("2026-12-24", "Christmas Eve", true, span("09:00", "12:00"));

        assertDue(own, "2026-04-01T16:00", Duration.ofHours(2), "2026-04-03T10:00");
        assertDue(own, "2026-04-03T16:00", Duration.ofHours(5), "2026-04-04T12:00");
        assertDue(own, "2026-12-24T11:00", Duration.ofHours(2), "2026-12-28T10:00");
        assertThat(own.calendar().nameOf(LocalDate.parse("2026-04-02"))).contains("Company outing");
    }

    @Test
    void a_break_in_the_middle_of_the_day_does_not_count() {
        Calendar lunch = new Calendar().hours(workdays(span("09:00", "12:30"), span("13:30", "18:00")));

        assertDue(lunch, "2026-03-02T12:00", Duration.ofHours(1), "2026-03-02T14:00");
        assertDue(lunch, "2026-03-02T12:00", Duration.ofMinutes(30), "2026-03-02T12:30");
        assertDue(lunch, "2026-03-02T13:00", Duration.ofHours(8), "2026-03-03T12:30");
    }

    @Test
    void clocks_that_are_put_forward_or_back_in_the_night_leave_the_working_day_alone() {
        // Berlin: 29 March and 25 October 2026, both Sundays
        assertDue(berlin, "2026-03-27T16:00", Duration.ofHours(2), "2026-03-30T10:00");
        assertDue(berlin, "2026-10-23T16:00", Duration.ofHours(2), "2026-10-26T10:00");
        assertThat(berlin.at("2026-03-30T10:00")).isEqualTo("2026-03-30T08:00:00Z");
    }

    @Test
    void a_shift_through_the_night_has_an_hour_less_in_spring_and_more_in_autumn() {
        Calendar nights = new Calendar().hours(everyDay(span("00:00", "06:00")));

        assertDue(nights, "2026-03-29T00:00", Duration.ofHours(5), "2026-03-29T06:00");
        assertDue(nights, "2026-10-25T00:00", Duration.ofHours(7), "2026-10-25T06:00");
    }

    @Test
    void spans_that_meet_in_the_hour_that_is_skipped_count_nothing_twice() {
        Calendar split = new Calendar().hours(everyDay(span("01:00", "02:30"), span("03:00", "05:00")));

        // 01:00 to 02:00, when it is three, to 05:00
        assertThat(split.calendar().between(split.at("2026-03-29T00:00"), split.at("2026-03-29T12:00")))
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void around_the_clock_working_time_is_time() {
        Calendar always = new Calendar().hours(everyDay(span("00:00", "00:00")));
        Instant start = Instant.parse("2026-03-27T22:13:07.123456Z");

        assertThat(always.calendar().plus(start, Duration.ofDays(400))).isEqualTo(start.plus(Duration.ofDays(400)));
        assertThat(always.calendar().isWorking(start)).isTrue();
    }

    @Test
    void work_is_done_from_opening_until_before_closing() {
        WorkingCalendar calendar = berlin.calendar();

        assertThat(Stream.of("2026-03-02T09:00", "2026-03-02T16:59:59").map(berlin::at))
                .allMatch(calendar::isWorking);
        assertThat(Stream.of("2026-03-02T08:59:59", "2026-03-02T17:00", "2026-03-01T10:00")
                        .map(berlin::at))
                .noneMatch(calendar::isWorking);
    }

    @Test
    void the_time_between_counts_working_hours_and_is_negative_backwards() {
        WorkingCalendar calendar = berlin.calendar();
        Instant friday = berlin.at("2026-03-06T15:00");
        Instant monday = berlin.at("2026-03-09T11:00");

        assertThat(calendar.between(friday, monday)).isEqualTo(Duration.ofHours(4));
        assertThat(calendar.between(monday, friday)).isEqualTo(Duration.ofHours(-4));
        assertThat(calendar.between(berlin.at("2026-03-07T01:00"), berlin.at("2026-03-08T23:00")))
                .isZero();
    }

    @Test
    void what_lies_between_a_start_and_its_due_time_is_the_duration() {
        List<Calendar> calendars = List.of(
                berlin,
                new Calendar().holidaysOf("DE", "BY").hours(workdays(span("09:00", "12:30"), span("13:30", "18:00"))),
                new Calendar().in("America/New_York").holidaysOf("US", null),
                new Calendar().in("America/Sao_Paulo").hours(everyDay(span("00:00", "00:00"))),
                new Calendar()
                        .in("Australia/Lord_Howe")
                        .hours(everyDay(span("01:00", "02:15"), span("02:30", "04:00"))),
                new Calendar().hours(everyDay(span("22:00", "00:00"))));
        Random random = new Random(20260302);
        Instant epoch = Instant.parse("2024-01-01T00:00:00Z");
        for (Calendar each : calendars) {
            WorkingCalendar calendar = each.calendar();
            for (int i = 0; i < 2_000; i++) {
                Instant start =
                        epoch.plusSeconds(random.nextInt(4 * 366 * 24 * 3600)).plusNanos(random.nextInt(1000));
                Duration time = Duration.ofSeconds(random.nextInt(100 * 3600), random.nextInt(1_000_000_000));
                assertThat(calendar.between(start, calendar.plus(start, time)))
                        .as("%s from %s in %s", time, start, calendar.zone())
                        .isEqualTo(time);
            }
        }
    }

    @Test
    void time_that_runs_backwards_or_never_ends_is_refused() {
        Instant start = berlin.at("2026-03-02T09:00");

        assertThatThrownBy(() -> berlin.calendar().plus(start, Duration.ofSeconds(-1)))
                .hasMessageContaining("forward");
        assertThatThrownBy(() -> berlin.calendar().plus(start, Duration.ofDays(10_000)))
                .hasMessageContaining("ten years");
    }

    private static void assertDue(Calendar calendar, String start, Duration time, String due) {
        assertThat(calendar.calendar().plus(calendar.at(start), time))
                .as("%s of working time from %s", time, start)
                .isEqualTo(calendar.at(due));
    }
}
