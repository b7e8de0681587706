package dev.keyline.calendar;

import static dev.keyline.calendar.Calendar.everyDay;
import static dev.keyline.calendar.Calendar.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.sample.SampleRegions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CalendarsTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    @Test
    void every_region_of_the_sample_has_a_calendar_since_ever() {
        assertThat(SampleRegions.names()).isNotEmpty().allSatisfy(region -> {
            WorkingCalendar calendar = at(region, Instant.EPOCH);
            assertThat(calendar.region()).isEqualTo(region);
            assertThat(calendar.version()).isEqualTo(1);
        });
    }

    @Test
    void a_region_without_its_own_and_none_at_all_have_the_default() {
        assertThat(at("Atlantis", clock.instant()).region()).isEqualTo("default");
        assertThat(at(null, clock.instant()).region()).isEqualTo("default");
        assertThat(at("Atlantis", clock.instant()).zone()).hasToString("UTC");
    }

    @Test
    void a_version_is_in_force_from_its_date_and_the_one_before_until_then() {
        Instant now = clock.instant();
        Instant tomorrow = now.plus(Duration.ofDays(1));
        Instant later = now.plus(Duration.ofDays(2));
        CalendarDefinition first = new Calendar().in("Asia/Tokyo").definition();
        CalendarDefinition second = new Calendar().in("Asia/Seoul").definition();
        CalendarDefinition third = new Calendar().in("Asia/Kolkata").definition();
        change("Dated", null, first, null);
        change("Dated", "\"1\"", second, later);
        change("Dated", "\"2\"", third, tomorrow);

        assertThat(at("Dated", now.minusSeconds(60)).region()).isEqualTo("default");
        assertThat(at("Dated", clock.instant()).version()).isEqualTo(1);
        assertThat(at("Dated", tomorrow).version()).isEqualTo(3);
        assertThat(at("Dated", later).version()).isEqualTo(2);
        assertThat(version("Dated", 1).zone()).hasToString("Asia/Tokyo");
    }

    @Test
    void the_same_again_makes_no_version() {
        CalendarDefinition calendar = new Calendar().definition();

        assertThat(change("Same", null, calendar, null).version()).isEqualTo(1);
        assertThat(change("Same", "\"1\"", calendar, null).version()).isEqualTo(1);
    }

    @Test
    void a_release_that_ships_another_calendar_replaces_the_shipped_one_and_leaves_an_edited_one() {
        CalendarDefinition first = new Calendar().definition();
        CalendarDefinition second =
                new Calendar().hours(everyDay(span("08:00", "16:00"))).definition();
        CalendarDefinition third = new Calendar().in("Asia/Tokyo").definition();
        ship("Shipped", first);
        ship("Shipped", first);
        assertThat(at("Shipped", Instant.EPOCH).version()).isEqualTo(1);

        ship("Shipped", second);
        assertThat(at("Shipped", clock.instant()).version()).isEqualTo(2);
        assertThat(at("Shipped", Instant.EPOCH).version()).isEqualTo(1);

        change("Shipped", "\"2\"", first, null);
        ship("Shipped", third);
        ship("Shipped", second);
        assertThat(at("Shipped", clock.instant()).version()).isEqualTo(3);
    }

    @Test
    void of_many_who_edit_one_state_at_once_one_wins() throws Exception {
        change("Busy", null, new Calendar().definition(), null);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            CountDownLatch start = new CountDownLatch(1);
            var attempts = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        CalendarDefinition calendar = new Calendar()
                                .day("2026-03-0" + (i + 1), "Day " + i, false)
                                .definition();
                        return change("Busy", "\"1\"", calendar, null).version();
                    }))
                    .toList();
            start.countDown();
            assertThat(attempts.stream().filter(CalendarsTest::wasTaken)).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(at("Busy", clock.instant()).version()).isEqualTo(2);
    }

    private static boolean wasTaken(Future<Integer> attempt) {
        try {
            return attempt.get() == 2;
        } catch (java.util.concurrent.ExecutionException refused) {
            assertThat(refused).hasCauseInstanceOf(dev.keyline.http.StaleException.class);
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private WorkingCalendar at(String region, Instant instant) {
        return jdbi.withHandle(handle -> calendars.of(handle, region, instant));
    }

    private WorkingCalendar version(String region, int number) {
        return jdbi.withHandle(handle -> calendars.version(handle, region, number));
    }

    private CalendarVersion change(String region, String ifMatch, CalendarDefinition calendar, Instant from) {
        return jdbi.inTransaction(handle -> calendars.change(handle, region, ifMatch, calendar, from, "test"));
    }

    private void ship(String region, CalendarDefinition calendar) {
        jdbi.useTransaction(handle -> calendars.ship(handle, region, calendar));
    }
}
