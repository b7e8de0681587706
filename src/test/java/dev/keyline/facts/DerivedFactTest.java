package dev.keyline.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.facts.FactSource.Derivation;
import dev.keyline.facts.FactSource.Function;
import dev.keyline.facts.FactSource.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DerivedFactTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-15");
    private static final AsOfDay AS_OF =
            new AsOfDay(TODAY, ZoneOffset.UTC, Map.of("USD", BigDecimal.ONE, "EUR", new BigDecimal("1.10")));

    @Nested
    class The_last_reading {
        private final Derivation last = derivation(Function.LAST, "usage/active-users", null, null, Period.ofDays(35));

        @Test
        void is_unknown_without_a_reading() {
            assertThat(Derivations.of(last, List.of(), AS_OF)).isNull();
        }

        @Test
        void is_the_only_one_there_is() {
            assertThat(Derivations.of(last, List.of(reading("2026-03-10T00:00:00Z", 7)), AS_OF))
                    .isEqualTo(new BigDecimal(7));
        }

        @Test
        void is_the_latest_in_whatever_order_they_came() {
            assertThat(Derivations.of(
                            last,
                            List.of(reading("2026-03-14T00:00:00Z", 9), reading("2026-03-10T00:00:00Z", 7)),
                            AS_OF))
                    .isEqualTo(new BigDecimal(9));
        }

        @Test
        void is_unknown_after_a_gap_longer_than_its_window() {
            assertThat(Derivations.of(last, List.of(reading("2026-02-07T23:59:59Z", 7)), AS_OF))
                    .isNull();
            assertThat(Derivations.of(last, List.of(reading("2026-02-08T00:00:00Z", 7)), AS_OF))
                    .isNotNull();
        }

        @Test
        void is_not_one_of_a_later_day() {
            assertThat(Derivations.of(
                            last,
                            List.of(reading("2026-03-15T23:59:59Z", 7), reading("2026-03-16T00:00:00Z", 9)),
                            AS_OF))
                    .isEqualTo(new BigDecimal(7));
        }

        @Test
        void falls_on_the_day_of_the_business_zone() {
            List<SourceRecord> lateInLondon = List.of(reading("2026-03-15T20:00:00Z", 7));
            AsOfDay tokyo = new AsOfDay(TODAY, ZoneId.of("Asia/Tokyo"), Map.of());
            AsOfDay tokyoTomorrow = new AsOfDay(TODAY.plusDays(1), ZoneId.of("Asia/Tokyo"), Map.of());
            assertThat(Derivations.of(last, lateInLondon, AS_OF)).isNotNull();
            assertThat(Derivations.of(last, lateInLondon, tokyo))
                    .as("it is the 16th there")
                    .isNull();
            assertThat(Derivations.of(last, lateInLondon, tokyoTomorrow)).isNotNull();
        }
    }

    @Nested
    class A_change {
        private final Derivation change = new Derivation(
                Function.CHANGE,
                "usage/active-users",
                null,
                null,
                null,
                Period.ofDays(42),
                Period.ofDays(28),
                null,
                false);

        @Test
        void is_unknown_without_a_reading_and_with_one() {
            assertThat(Derivations.of(change, List.of(), AS_OF)).isNull();
            assertThat(Derivations.of(change, List.of(reading("2026-03-14T00:00:00Z", 9)), AS_OF))
                    .isNull();
        }

        @Test
        void compares_the_last_with_the_latest_that_is_old_enough() {
            assertThat(Derivations.of(
                            change,
                            List.of(
                                    reading("2026-02-10T00:00:00Z", 20),
                                    reading("2026-02-14T00:00:00Z", 15),
                                    reading("2026-02-15T00:00:00Z", 99),
                                    reading("2026-03-14T00:00:00Z", 9)),
                            AS_OF))
                    .isEqualTo(new BigDecimal(-6));
        }

        @Test
        void is_unknown_over_a_gap() {
            assertThat(Derivations.of(
                            change,
                            List.of(reading("2026-01-20T00:00:00Z", 20), reading("2026-03-14T00:00:00Z", 9)),
                            AS_OF))
                    .isNull();
        }
    }

    @Nested
    class A_count {
        @Test
        void of_nothing_is_none() {
            assertThat(Derivations.of(derivation(Function.COUNT, "tickets", null, State.OPEN, null), List.of(), AS_OF))
                    .isEqualTo(BigDecimal.ZERO);
        }

        @Test
        void leaves_out_tickets_closed_by_then_and_counts_those_closed_later() {
            assertThat(Derivations.of(
                            derivation(Function.COUNT, "tickets", null, State.OPEN, null),
                            List.of(
                                    ticket("2026-03-01T00:00:00Z", "2026-03-15T08:00:00Z"),
                                    ticket("2026-03-01T00:00:00Z", "2026-03-16T00:00:00Z"),
                                    ticket("2026-03-01T00:00:00Z", null),
                                    ticket("2026-03-16T00:00:00Z", null)),
                            AS_OF))
                    .isEqualTo(new BigDecimal(2));
        }

        @Test
        void takes_what_its_conditions_say() {
            Derivation urgent = new Derivation(
                    Function.COUNT,
                    "tickets",
                    null,
                    null,
                    Map.of("severity", List.of("critical", "high"), "escalated", true),
                    null,
                    null,
                    null,
                    false);
            assertThat(Derivations.of(
                            urgent,
                            List.of(
                                    record("severity", "critical", "escalated", true),
                                    record("severity", "high", "escalated", false),
                                    record("severity", "low", "escalated", true)),
                            AS_OF))
                    .isEqualTo(BigDecimal.ONE);
        }

        @Test
        void of_distinct_values_leaves_out_empty_ones() {
            assertThat(Derivations.of(
                            derivation(Function.COUNT_DISTINCT, "entitlements", "productId", State.ACTIVE, null),
                            List.of(record("productId", "a"), record("productId", "a"), record("productId", null)),
                            AS_OF))
                    .isEqualTo(BigDecimal.ONE);
        }
    }

    @Nested
    class Money {
        private final Derivation value = new Derivation(
                Function.SUM, "contracts", "annualValue", State.ACTIVE, null, null, null, "reporting-currency", false);

        @Test
        void is_summed_in_the_reporting_currency_over_contracts_that_run() {
            assertThat(Derivations.of(
                            value,
                            List.of(
                                    contract("2026-03-15", "2027-03-14", 100, "USD"),
                                    contract("2025-03-16", "2026-03-15", 100, "EUR"),
                                    contract("2025-01-01", "2026-03-14", 5000, "USD"),
                                    contract("2026-03-16", "2027-01-01", 5000, "USD")),
                            AS_OF))
                    .isEqualTo(new BigDecimal("210.00"));
        }

        @Test
        void in_a_currency_without_a_rate_makes_the_sum_unknown_rather_than_too_small() {
            assertThat(Derivations.of(
                            value,
                            List.of(
                                    contract("2026-01-01", "2027-01-01", 100, "USD"),
                                    contract("2026-01-01", "2027-01-01", 100, "XTS")),
                            AS_OF))
                    .isNull();
        }

        @Test
        void spent_so_far_counts_the_time_that_has_passed() {
            Derivation spent = derivation(Function.LIFETIME_VALUE, "contracts", null, null, null);
            assertThat((BigDecimal) Derivations.of(
                            spent,
                            List.of(
                                    contract("2024-03-15", "2025-03-15", 365, "USD"),
                                    contract("2026-03-05", "2027-03-05", 36525, "USD"),
                                    contract("2026-04-01", "2027-04-01", 9999, "USD")),
                            AS_OF))
                    .isEqualByComparingTo("1364.75");
        }
    }

    @Test
    void days_since_look_back_only() {
        Derivation contacted = derivation(Function.DAYS_SINCE, "contacts", "lastContactedOn", null, null);
        assertThat(Derivations.of(contacted, List.of(), AS_OF)).isNull();
        assertThat(Derivations.of(contacted, List.of(record("lastContactedOn", null)), AS_OF))
                .isNull();
        assertThat(Derivations.of(
                        contacted,
                        List.of(
                                record("lastContactedOn", TODAY.minusDays(3)),
                                record("lastContactedOn", TODAY.minusDays(30)),
                                record("lastContactedOn", TODAY.plusDays(1))),
                        AS_OF))
                .isEqualTo(new BigDecimal(3));
    }

    @Test
    void engaged_are_those_present_and_contacted_within_the_window() {
        Derivation engaged = derivation(Function.COUNT, "contacts", null, State.ENGAGED, Period.ofDays(90));
        assertThat(Derivations.of(
                        engaged,
                        List.of(
                                record("lastContactedOn", TODAY.minusDays(90)),
                                record("lastContactedOn", TODAY.minusDays(91)),
                                record("lastContactedOn", null),
                                record("lastContactedOn", TODAY, "leftOn", TODAY)),
                        AS_OF))
                .isEqualTo(BigDecimal.ONE);
    }

    @Test
    void the_last_but_one_reading_is_the_one_before_the_latest() {
        Derivation before = derivation(Function.LAST_BUT_ONE, "usage/active-users", null, null, Period.ofDays(70));
        assertThat(Derivations.of(before, List.of(), AS_OF)).isNull();
        assertThat(Derivations.of(before, List.of(reading("2026-03-14T00:00:00Z", 9)), AS_OF))
                .isNull();
        assertThat(Derivations.of(
                        before,
                        List.of(
                                reading("2026-03-14T00:00:00Z", 9),
                                reading("2026-02-14T00:00:00Z", 5),
                                reading("2026-03-07T00:00:00Z", 7),
                                reading("2026-03-16T00:00:00Z", 99)),
                        AS_OF))
                .isEqualTo(new BigDecimal(7));
    }

    @Test
    void a_count_of_a_field_leaves_out_records_without_it() {
        Derivation proven = derivation(Function.COUNT, "plan/value", "confirmedBy", null, Period.ofYears(1));
        assertThat(Derivations.of(
                        proven,
                        List.of(
                                record("deliveredOn", TODAY.minusDays(3), "confirmedBy", "Ines Roth"),
                                record("deliveredOn", TODAY.minusDays(3), "confirmedBy", null),
                                record("deliveredOn", TODAY.minusYears(2), "confirmedBy", "Ines Roth")),
                        AS_OF))
                .isEqualTo(BigDecimal.ONE);
    }

    @Test
    void overdue_are_open_actions_whose_day_is_past() {
        Derivation overdue = derivation(Function.COUNT, "plan/actions", null, State.OVERDUE, null);
        assertThat(Derivations.of(
                        overdue,
                        List.of(
                                record("state", "open", "dueOn", TODAY.minusDays(1)),
                                record("state", "open", "dueOn", TODAY),
                                record("state", "open", "dueOn", null),
                                record("state", "done", "dueOn", TODAY.minusDays(1))),
                        AS_OF))
                .isEqualTo(BigDecimal.ONE);
    }

    @Test
    void peoples_own_words_act_from_the_day_they_are_set_until_withdrawn_or_expired() {
        Derivation acting = derivation(Function.COUNT, "overrides/trigger-exclusion", null, State.ACTING, null);
        assertThat(Derivations.of(acting, List.of(override("2026-03-15", "2026-03-16", null)), AS_OF))
                .isEqualTo(BigDecimal.ONE);
        assertThat(Derivations.of(
                        acting,
                        List.of(
                                override("2026-03-16", "2026-04-01", null),
                                override("2026-03-01", "2026-03-15", null),
                                override("2026-03-01", "2026-04-01", "2026-03-15T08:00:00Z")),
                        AS_OF))
                .as("not yet set, expired, withdrawn")
                .isEqualTo(BigDecimal.ZERO);
        assertThat(Derivations.of(acting, List.of(override("2026-03-01", "2026-04-01", "2026-03-16T08:00:00Z")), AS_OF))
                .as("withdrawn later")
                .isEqualTo(BigDecimal.ONE);
    }

    @Test
    void an_initiative_that_begins_later_is_known_before() {
        FactSource.Records initiatives = new FactSource.Records("plan/initiatives", null, null, null, null, false);
        assertThat(Derivations.records(initiatives, List.of(record("startsOn", TODAY.plusDays(90))), AS_OF))
                .hasSize(1);
    }

    private static SourceRecord override(String setOn, String expiresOn, String withdrawnAt) {
        return record(
                "setAt",
                Instant.parse(setOn + "T07:00:00Z"),
                "expiresOn",
                LocalDate.parse(expiresOn),
                "withdrawnAt",
                withdrawnAt == null ? null : Instant.parse(withdrawnAt));
    }

    private static Derivation derivation(Function function, String of, String field, State state, Period within) {
        return new Derivation(function, of, field, state, null, within, null, null, false);
    }

    private static SourceRecord reading(String at, int value) {
        return record("at", Instant.parse(at), "value", new BigDecimal(value));
    }

    private static SourceRecord ticket(String opened, String closed) {
        return record("openedAt", Instant.parse(opened), "closedAt", closed == null ? null : Instant.parse(closed));
    }

    private static SourceRecord contract(String from, String to, int value, String currency) {
        return record(
                "startsOn",
                LocalDate.parse(from),
                "endsOn",
                LocalDate.parse(to),
                "annualValue",
                new BigDecimal(value),
                "currency",
                currency);
    }

    private static SourceRecord record(Object... namesAndValues) {
        Map<String, Object> fields = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new SourceRecord(fields);
    }
}
