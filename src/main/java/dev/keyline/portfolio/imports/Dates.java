package dev.keyline.portfolio.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads dates and times in the forms CRMs write. A pattern without a time takes a time behind the date all the same, and
 * leading zeros may be missing; a date where an instant is wanted is the start of that day.
 */
final class Dates {
    static final String ISO = "iso";
    static final String EPOCH_SECONDS = "epoch-seconds";
    static final String EPOCH_MILLIS = "epoch-millis";

    private static final DateTimeFormatter ISO_FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[['T'][ ]H:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[ ][XXX][XX][X]]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern TWO_DIGITS = Pattern.compile("(?<![A-Za-z])(d|M|H|h)\\1(?![A-Za-z])");
    private static final Pattern TIME = Pattern.compile("[HhKkms]");
    private static final int ISO_DAY_LENGTH = 10;

    private final List<Form> forms;
    private final ZoneId zone;
    private final long weeks;

    private interface Form {
        /** A {@link LocalDate}, {@link LocalDateTime}, {@link OffsetDateTime} or {@link Instant}. */
        TemporalAccessor read(String text);
    }

    /** @param weeks by which everything read is moved */
    Dates(Formats formats, long weeks) {
        this.forms = formats.dates().stream()
                .map(pattern -> form(pattern, formats.language()))
                .toList();
        this.zone = formats.zone();
        this.weeks = weeks;
    }

    /**
     * Whether {@code pattern} is one.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static void check(String pattern) {
        form(pattern, Locale.ENGLISH);
    }

    Optional<LocalDate> day(String text) {
        return read(text).map(this::day);
    }

    Optional<Instant> instant(String text) {
        return read(text).map(this::instant);
    }

    private Optional<TemporalAccessor> read(String text) {
        for (Form form : forms) {
            try {
                return Optional.of(form.read(text));
            } catch (DateTimeException | NumberFormatException notInThisForm) {
                // the next one may fit; that none did is told by the empty answer
            }
        }
        return Optional.empty();
    }

    private LocalDate day(TemporalAccessor read) {
        LocalDate day = read instanceof LocalDate date
                ? date
                : moment(read).atZone(zone).toLocalDate();
        return day.plusWeeks(weeks);
    }

    private Instant instant(TemporalAccessor read) {
        // weeks are added to the local time: nine o'clock stays nine o'clock when the clocks have changed in between
        return moment(read).atZone(zone).plusWeeks(weeks).toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    private Instant moment(TemporalAccessor read) {
        if (read instanceof LocalDate date) {
            return date.atTime(LocalTime.MIN).atZone(zone).toInstant();
        }
        return read instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(read);
    }

    private static Form form(String pattern, Locale language) {
        return switch (pattern) {
            case ISO -> Dates::iso;
            case EPOCH_SECONDS -> text -> Instant.ofEpochSecond(Long.parseLong(text));
            case EPOCH_MILLIS -> text -> Instant.ofEpochMilli(Long.parseLong(text));
            default -> {
                DateTimeFormatter formatter = formatter(pattern, language);
                yield text -> parse(formatter, text);
            }
        };
    }

    private static TemporalAccessor iso(String text) {
        return text.length() == ISO_DAY_LENGTH ? LocalDate.parse(text) : parse(ISO_FORMAT, text);
    }

    private static TemporalAccessor parse(DateTimeFormatter formatter, String text) {
        return formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    }

    private static DateTimeFormatter formatter(String pattern, Locale language) {
        // "u" because a strict "y" asks for an era as well
        String lenient = TWO_DIGITS.matcher(pattern.replace('y', 'u')).replaceAll("$1");
        if (!TIME.matcher(pattern.replaceAll("'[^']*'", "")).find()) {
            lenient += "[[,] h:mm[:ss] a][[,] H:mm[:ss]][ ][XXX][XX][X]";
        }
        DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(lenient)
                .toFormatter(language)
                .withResolverStyle(ResolverStyle.STRICT);
        try {
            LocalDate.parse(formatter.format(OffsetDateTime.parse("2026-11-16T09:30:00Z")), formatter);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("names no whole date (day, month and year)", e);
        }
        return formatter;
    }
}
