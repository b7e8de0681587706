package dev.keyline.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a manager of 120 points can take on in June 2026. */
class CapacityTest {
    @ParameterizedTest
    @CsvSource({
        "2026-06-01, 0, true",
        "2026-05-02, 0, true",
        "2026-05-01, 30000, true",
        "2026-04-01, 60000, true",
        "2026-03-01, 90000, true",
        "2026-02-02, 90000, true",
        "2026-02-01, 120000, false",
        "2020-01-01, 120000, false",
    })
    void a_new_manager_ramps_up_by_months(LocalDate startsOn, long thousandths, boolean ramping) {
        Capacity capacity = of(manager().startingOn(startsOn));

        assertThat(capacity.thousandths()).isEqualTo(thousandths);
        assertThat(capacity.ramping()).isEqualTo(ramping);
    }

    @Test
    void leave_takes_its_share_of_the_month() {
        assertThat(of(manager().away(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 15)))
                        .thousandths())
                .isEqualTo(60_000);
    }

    @Test
    void overlapping_leave_counts_once() {
        assertThat(of(manager()
                                .away(LocalDate.of(2026, 5, 20), LocalDate.of(2026, 6, 10))
                                .away(LocalDate.of(2026, 6, 5), LocalDate.of(2026, 6, 15)))
                        .thousandths())
                .isEqualTo(60_000);
    }

    @Test
    void whoever_leaves_in_the_month_has_the_days_until_then() {
        assertThat(of(manager().leavingOn(LocalDate.of(2026, 6, 16))).thousandths())
                .isEqualTo(60_000);
    }

    @Test
    void whoever_has_left_has_nothing_and_a_reason() {
        assertThat(of(manager().leavingOn(LocalDate.of(2026, 6, 1))))
                .isEqualTo(new Capacity(0, false, "left on 2026-06-01"));
    }

    @Test
    void whoever_is_yet_to_come_has_nothing_and_a_reason() {
        assertThat(of(manager().startingOn(LocalDate.of(2026, 6, 2))))
                .isEqualTo(new Capacity(0, false, "starts on 2026-06-02"));
    }

    @Test
    void a_month_away_leaves_nothing() {
        assertThat(of(manager().away(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30)))
                        .absence())
                .isEqualTo("is away for the whole month");
    }

    private static APerson manager() {
        return APerson.manager("ann").capacity("120");
    }

    private static Capacity of(APerson person) {
        return Capacity.of(person.build(), Defaults.shipped().limits(), Books.AS_OF);
    }
}
