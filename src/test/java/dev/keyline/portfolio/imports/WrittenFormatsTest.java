package dev.keyline.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenFormatsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT | 1234.5 | 1234.5",
                "POINT | 1,234.5 | 1234.5",
                "POINT | 12,34,567 | 1234567",
                "POINT | $1,200.00 | 1200.00",
                "POINT | USD 1,200 | 1200",
                "POINT | (1,200.50) | -1200.50",
                "POINT | 12- | -12",
                "POINT | -.5 | -0.5",
                "POINT | 85 % | 85",
                "POINT | 1.5E+3 | 1500",
                "POINT | 1'234.5 | 1234.5",
                "COMMA | 1.234,5 | 1234.5",
                "COMMA | 1 234,5 € | 1234.5",
                "COMMA | 1.234 | 1234",
                "COMMA | 3,5 | 3.5"
            })
    void numbers_are_read_as_they_are_written(NumberStyle style, String text, BigDecimal number) {
        assertThat(style.read(text)).hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT | 1,5",
                "POINT | 1.234.5",
                "POINT | abc",
                "POINT | 12,5 Mio",
                "POINT | ,",
                "POINT | --5",
                "POINT | (5",
                "COMMA | 1,234.5",
                "COMMA | 1.23",
                "POINT | 0x10",
                "POINT | NaN"
            })
    void what_is_no_number_in_its_style_is_none(NumberStyle style, String text) {
        assertThat(style.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iso | 2026-11-16 | 2026-11-16",
                "iso | 2026-11-16T23:30:00Z | 2026-11-17",
                "dd.MM.yyyy | 16.11.2026 | 2026-11-16",
                "dd.MM.yyyy | 1.2.2026 | 2026-02-01",
                "dd.MM.yyyy | 16.11.2026 08:15 | 2026-11-16",
                "MM/dd/yyyy | 11/16/2026 | 2026-11-16",
                "MM/dd/yyyy | 1/2/2026, 2:30 PM | 2026-01-02",
                "dd/MM/yy | 16/11/26 | 2026-11-16",
                "d MMM yyyy | 16 nov 2026 | 2026-11-16",
                "yyyyMMdd | 20261116 | 2026-11-16",
                "epoch-millis | 1794787200000 | 2026-11-16"
            })
    void days_are_read_in_the_patterns_of_crms(String pattern, String text, LocalDate day) {
        assertThat(dates(pattern, 0).day(text)).hasValue(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iso | 2026-11-16 | 2026-11-15T23:00:00Z",
                "iso | 2026-11-16T10:00:00.000+0000 | 2026-11-16T10:00:00Z",
                "iso | 2026-11-16 10:00 | 2026-11-16T09:00:00Z",
                "iso | 2026-11-16T10:00:00.123456789+01:00 | 2026-11-16T09:00:00.123456Z",
                "MM/dd/yyyy hh:mm a | 11/16/2026 02:30 PM | 2026-11-16T13:30:00Z",
                "dd.MM.yyyy | 16.07.2026 08:15:30 | 2026-07-16T06:15:30Z"
            })
    void instants_without_a_zone_are_local(String pattern, String text, String instant) {
        assertThat(dates(pattern, 0).instant(text).map(Object::toString)).hasValue(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30.02.2026", "2026-11-16", "16.11.26", "16.13.2026", "", "morgen"})
    void what_is_no_day_in_the_pattern_is_none(String text) {
        assertThat(dates("dd.MM.yyyy", 0).day(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-10-19T09:00,2026-10-26T08:00:00Z", "2026-10-12T09:00,2026-10-19T07:00:00Z"})
    void weeks_are_added_to_local_time(String text, String instant) {
        assertThat(dates("iso", 1).instant(text).map(Object::toString)).hasValue(instant);
    }

    private static Dates dates(String pattern, long weeks) {
        return new Dates(
                new Formats(List.of(pattern), BERLIN, Locale.ENGLISH, NumberStyle.POINT, ";", Set.of()), weeks);
    }
}
