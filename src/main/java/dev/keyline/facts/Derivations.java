package dev.keyline.facts;

import dev.keyline.facts.FactSource.Derivation;
import dev.keyline.facts.FactSource.State;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue's derivations compute, as of a day in the business zone. Records after that day are not there.
 *
 * <p>{@code count} with a field leaves out records without it. {@code count} and {@code count-distinct} over nothing are 0; every other function over nothing is null: unknown.
 */
public final class Derivations {
    private static final BigDecimal DAYS_A_YEAR = new BigDecimal("365.25");

    private Derivations() {}

    /**
     * The value of a derivation: a decimal, a date, a text, or null for unknown. An amount in a currency without a rate
     * makes a sum unknown rather than too small.
     */
    public static @Nullable Object of(Derivation derivation, List<SourceRecord> records, AsOfDay asOf) {
        Source source = Source.named(derivation.of()).orElseThrow();
        List<SourceRecord> counted =
                counted(source, derivation.during(), derivation.where(), derivation.within(), records, asOf);
        return switch (derivation.derive()) {
            case COUNT ->
                BigDecimal.valueOf(
                        derivation.field() == null
                                ? counted.size()
                                : present(counted, derivation).count());
            case COUNT_DISTINCT ->
                BigDecimal.valueOf(present(counted, derivation).distinct().count());
            case LAST -> last(source, counted, derivation, asOf);
            case LAST_BUT_ONE ->
                counted.isEmpty() ? null : last(source, counted.subList(0, counted.size() - 1), derivation, asOf);
            case EARLIEST ->
                days(counted, derivation, asOf).min(Comparator.naturalOrder()).orElse(null);
            case LATEST ->
                days(counted, derivation, asOf).max(Comparator.naturalOrder()).orElse(null);
            case DAYS_SINCE -> daysSince(counted, derivation, asOf);
            case DAYS_UNTIL -> daysUntil(counted, derivation, asOf);
            case SUM -> sum(amounts(counted, derivation, asOf));
            case MEAN -> mean(amounts(counted, derivation, asOf));
            case CHANGE -> change(source, counted, derivation, asOf);
            case LIFETIME_VALUE -> sum(lifetimeValues(counted, asOf));
        };
    }

    /** The records of a source that count at the day, oldest first. */
    public static List<SourceRecord> records(FactSource.Records list, List<SourceRecord> records, AsOfDay asOf) {
        Source source = Source.named(list.of()).orElseThrow();
        return counted(source, list.during(), list.where(), list.within(), records, asOf);
    }

    private static List<SourceRecord> counted(
            Source source,
            @Nullable State state,
            @Nullable Map<String, Object> where,
            @Nullable Period within,
            List<SourceRecord> records,
            AsOfDay asOf) {
        Stream<SourceRecord> counted = records.stream()
                .filter(record -> known(source, record, asOf))
                .filter(record -> state == null || holds(source, state, within, record, asOf))
                .filter(record -> where == null || matches(where, record));
        if (within != null && state != State.ENGAGED) {
            counted = counted.filter(record -> recent(source, record, asOf.day().minus(within), asOf));
        }
        String at = source.at();
        return at == null
                ? counted.toList()
                : counted.sorted(Comparator.comparing(
                                (SourceRecord record) -> orderOf(record.get(at)),
                                Comparator.nullsFirst(Comparator.naturalOrder())))
                        .toList();
    }

    private static @Nullable String orderOf(@Nullable Object at) {
        return at == null ? null : at.toString(); // ISO 8601 text sorts by time
    }

    private static boolean known(Source source, SourceRecord record, AsOfDay asOf) {
        LocalDate since = source.at() == null ? null : record.day(source.at(), asOf.zone());
        // what happened next month is not known today
        return since == null || source.plannedAhead() || !since.isAfter(asOf.day());
    }

    private static boolean recent(Source source, SourceRecord record, LocalDate from, AsOfDay asOf) {
        LocalDate since = source.at() == null ? null : record.day(source.at(), asOf.zone());
        boolean stillRunning = source.until() != null
                && record.get(source.until()) == null
                && source.name().equals("tickets");
        return since == null || !since.isBefore(from) || stillRunning;
    }

    private static boolean holds(
            Source source, State state, @Nullable Period within, SourceRecord record, AsOfDay asOf) {
        LocalDate since = source.at() == null ? null : record.day(source.at(), asOf.zone());
        LocalDate until = source.until() == null ? null : record.day(source.until(), asOf.zone());
        return switch (state) {
            case ACTIVE ->
                (since == null || !since.isAfter(asOf.day())) && (until == null || !until.isBefore(asOf.day()));
            case OPEN, PRESENT -> until == null || until.isAfter(asOf.day());
            case ENGAGED -> {
                LocalDate contacted = record.day("lastContactedOn", asOf.zone());
                yield (until == null || until.isAfter(asOf.day()))
                        && contacted != null
                        && !contacted.isAfter(asOf.day())
                        && (within == null || !contacted.isBefore(asOf.day().minus(within)));
            }
            case OVERDUE -> {
                LocalDate due = record.day("dueOn", asOf.zone());
                yield "open".equals(record.get("state")) && due != null && due.isBefore(asOf.day());
            }
            case ACTING -> {
                LocalDate withdrawn = record.day("withdrawnAt", asOf.zone());
                yield (until == null || until.isAfter(asOf.day()))
                        && (withdrawn == null || withdrawn.isAfter(asOf.day()));
            }
        };
    }

    private static boolean matches(Map<String, Object> where, SourceRecord record) {
        return where.entrySet().stream().allMatch(condition -> {
            Object actual = plain(record.get(condition.getKey()));
            return condition.getValue() instanceof Collection<?> anyOf
                    ? anyOf.stream().anyMatch(value -> Objects.equals(plain(value), actual))
                    : Objects.equals(plain(condition.getValue()), actual);
        });
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Number number ? number.toString() : value;
    }

    private static String field(Derivation derivation) {
        return Objects.requireNonNullElse(derivation.field(), "value");
    }

    private static Stream<Object> present(List<SourceRecord> records, Derivation derivation) {
        return records.stream().map(record -> record.get(field(derivation))).filter(Objects::nonNull);
    }

    private static Stream<LocalDate> days(List<SourceRecord> records, Derivation derivation, AsOfDay asOf) {
        return records.stream()
                .map(record -> record.day(field(derivation), asOf.zone()))
                .filter(Objects::nonNull);
    }

    private static @Nullable Object last(
            Source source, List<SourceRecord> counted, Derivation derivation, AsOfDay asOf) {
        if (counted.isEmpty()) {
            return null;
        }
        SourceRecord last = counted.get(counted.size() - 1);
        Object value = last.get(derivation.field() == null ? valueField(source) : derivation.field());
        return value instanceof java.time.Instant instant
                ? instant.atZone(asOf.zone()).toLocalDate()
                : value;
    }

    private static String valueField(Source source) {
        return source.name().startsWith("satisfaction/") ? "score" : "value";
    }

    private static @Nullable BigDecimal daysSince(List<SourceRecord> counted, Derivation derivation, AsOfDay asOf) {
        return days(counted, derivation, asOf)
                .filter(day -> !day.isAfter(asOf.day()))
                .max(Comparator.naturalOrder())
                .map(day -> BigDecimal.valueOf(ChronoUnit.DAYS.between(day, asOf.day())))
                .orElse(null);
    }

    private static @Nullable BigDecimal daysUntil(List<SourceRecord> counted, Derivation derivation, AsOfDay asOf) {
        return days(counted, derivation, asOf)
                .filter(day -> !day.isBefore(asOf.day()))
                .min(Comparator.naturalOrder())
                .map(day -> BigDecimal.valueOf(ChronoUnit.DAYS.between(asOf.day(), day)))
                .orElse(null);
    }

    private static @Nullable BigDecimal change(
            Source source, List<SourceRecord> counted, Derivation derivation, AsOfDay asOf) {
        if (counted.isEmpty() || source.at() == null) {
            return null;
        }
        SourceRecord last = counted.get(counted.size() - 1);
        LocalDate lastDay = Objects.requireNonNull(last.day(source.at(), asOf.zone()));
        LocalDate before = lastDay.minus(Objects.requireNonNull(derivation.over(), "change needs `over`"));
        String field = derivation.field() == null ? valueField(source) : derivation.field();
        return counted.stream()
                .filter(record -> !Objects.requireNonNull(record.day(source.at(), asOf.zone()))
                        .isAfter(before))
                .reduce((earlier, later) -> later)
                .map(earlier -> Objects.requireNonNull(last.number(field))
                        .subtract(Objects.requireNonNull(earlier.number(field))))
                .orElse(null);
    }

    private static List<@Nullable BigDecimal> amounts(List<SourceRecord> counted, Derivation derivation, AsOfDay asOf) {
        boolean money = derivation.in() != null;
        return amounts(
                counted,
                record -> {
                    BigDecimal amount = record.number(field(derivation));
                    return amount == null || !money ? amount : inReportingCurrency(amount, record, asOf);
                },
                money);
    }

    private static List<@Nullable BigDecimal> lifetimeValues(List<SourceRecord> counted, AsOfDay asOf) {
        return amounts(
                counted,
                record -> {
                    LocalDate start = Objects.requireNonNull(record.day("startsOn", asOf.zone()));
                    LocalDate end = Objects.requireNonNull(record.day("endsOn", asOf.zone()));
                    LocalDate reached = end.isBefore(asOf.day()) ? end : asOf.day();
                    long days = Math.max(0, ChronoUnit.DAYS.between(start, reached));
                    BigDecimal years = BigDecimal.valueOf(days).divide(DAYS_A_YEAR, MathContext.DECIMAL64);
                    BigDecimal yearly =
                            inReportingCurrency(Objects.requireNonNull(record.number("annualValue")), record, asOf);
                    return yearly == null ? null : yearly.multiply(years).setScale(2, RoundingMode.HALF_EVEN);
                },
                true);
    }

    /** Values left out where a record has none, but an unknown amount of money stays in as null. */
    private static List<@Nullable BigDecimal> amounts(
            List<SourceRecord> counted, Function<SourceRecord, @Nullable BigDecimal> amount, boolean keepUnknown) {
        List<@Nullable BigDecimal> amounts = new ArrayList<>();
        for (SourceRecord record : counted) {
            BigDecimal value = amount.apply(record);
            if (value != null || keepUnknown) {
                amounts.add(value);
            }
        }
        return amounts;
    }

    private static @Nullable BigDecimal inReportingCurrency(BigDecimal amount, SourceRecord record, AsOfDay asOf) {
        BigDecimal rate = asOf.rates().get(String.valueOf(record.get("currency")));
        return rate == null ? null : amount.multiply(rate).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static @Nullable BigDecimal sum(List<@Nullable BigDecimal> amounts) {
        if (amounts.isEmpty() || amounts.contains(null)) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal amount : amounts) {
            sum = sum.add(Objects.requireNonNull(amount));
        }
        return sum;
    }

    private static @Nullable BigDecimal mean(List<@Nullable BigDecimal> amounts) {
        BigDecimal sum = sum(amounts);
        return sum == null ? null : sum.divide(BigDecimal.valueOf(amounts.size()), MathContext.DECIMAL64);
    }
}
