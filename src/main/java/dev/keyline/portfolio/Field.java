package dev.keyline.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A field of an {@link Entity}: its column, its type and what may stand in it.
 *
 * @param name the column's name
 * @param choices the words of a {@link FieldType#CHOICE}, empty for other types
 * @param range of a number, null when any number will do
 * @param refersTo the entity whose id stands here, by {@link Entity#word()}
 * @param fallback the SQL literal that stands in a column which is never null while nothing is known
 */
public record Field(
        String name,
        FieldType type,
        boolean required,
        boolean key,
        List<String> choices,
        @Nullable Range range,
        @Nullable String refersTo,
        @Nullable String fallback) {
    /** Keys and names are indexed, and PostgreSQL indexes no more than about 2,700 bytes. */
    public static final int MAX_SHORT_TEXT = 255;

    public static final int MAX_TEXT = 10_000;

    // a two-digit year or a slipped digit lands far outside; every real contract and reading lies inside
    private static final LocalDate FIRST_DAY = LocalDate.of(1800, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 1, 1);
    private static final BigDecimal MAX_NUMBER = new BigDecimal("1e18");
    private static final int MAX_DECIMALS = 12;

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> TIME_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    /** The numbers from {@code low} to {@code high}, both included. */
    public record Range(BigDecimal low, BigDecimal high) {}

    static Field column(String name, FieldType type) {
        return new Field(name, type, false, false, List.of(), null, null, null);
    }

    /** A custom attribute, which is never required. */
    public static Field attribute(String name, FieldType type) {
        return column(name, type);
    }

    static Field text(String name) {
        return column(name, FieldType.TEXT);
    }

    static Field choice(String name, String... words) {
        return new Field(name, FieldType.CHOICE, false, false, List.of(words), null, null, null);
    }

    static Field whole(String name, int low, int high) {
        return number(name, FieldType.WHOLE, low, high);
    }

    static Field decimal(String name, long low, long high) {
        return number(name, FieldType.DECIMAL, low, high);
    }

    static Field reference(String name, String entity) {
        return new Field(name, FieldType.TEXT, false, false, List.of(), null, entity, null);
    }

    private static Field number(String name, FieldType type, long low, long high) {
        Range range = new Range(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
        return new Field(name, type, false, false, List.of(), range, null, null);
    }

    Field asRequired() {
        return new Field(name, type, true, key, choices, range, refersTo, fallback);
    }

    Field asKey() {
        return new Field(name, type, true, true, choices, range, refersTo, fallback);
    }

    Field or(String sqlLiteral) {
        return new Field(name, type, required, key, choices, range, refersTo, sqlLiteral);
    }

    /** Why {@code value}, which has the type's Java type, may not stand here; empty when it may. */
    public Optional<String> refusal(Object value) {
        return Optional.ofNullable(
                switch (type) {
                    case TEXT -> length((String) value);
                    case CHOICE -> choices.contains(value) ? null : "is none of " + String.join(", ", choices);
                    case WHOLE -> size(BigDecimal.valueOf((Integer) value));
                    case DECIMAL -> size((BigDecimal) value);
                    case DAY -> day((LocalDate) value);
                    case INSTANT -> day(((Instant) value).atZone(ZoneOffset.UTC).toLocalDate());
                    case FLAG -> null;
                    case LIST ->
                        ((List<?>) value)
                                .stream()
                                        .map(word -> length((String) word))
                                        .filter(refusal -> refusal != null)
                                        .findFirst()
                                        .orElse(null);
                    case CURRENCY -> CURRENCIES.contains(value) ? null : "is no ISO 4217 currency code (EUR, USD, …)";
                    case COUNTRY ->
                        COUNTRIES.contains(value) ? null : "is no ISO 3166-1 country code of two letters (DE, US, …)";
                    case LANGUAGE ->
                        LANGUAGES.contains(value) ? null : "is no ISO 639-1 language code of two letters (de, en, …)";
                    case TIME_ZONE -> TIME_ZONES.contains(value) ? null : "is no IANA time zone (Europe/Vienna, …)";
                });
    }

    private @Nullable String length(String text) {
        int limit = indexed() ? MAX_SHORT_TEXT : MAX_TEXT;
        return text.length() > limit ? "is longer than " + limit + " characters" : null;
    }

    private boolean indexed() {
        return key || refersTo != null || "name".equals(name);
    }

    private @Nullable String size(BigDecimal number) {
        if (range != null && (number.compareTo(range.low()) < 0 || number.compareTo(range.high()) > 0)) {
            return "is not from " + range.low().toPlainString() + " to "
                    + range.high().toPlainString();
        }
        return number.abs().compareTo(MAX_NUMBER) > 0 || number.scale() > MAX_DECIMALS
                ? "is larger or finer than is kept here (18 digits before the point, 12 behind it)"
                : null;
    }

    private static @Nullable String day(LocalDate day) {
        return day.isBefore(FIRST_DAY) || !day.isBefore(LAST_DAY) ? "lies in the year " + day.getYear() : null;
    }
}
