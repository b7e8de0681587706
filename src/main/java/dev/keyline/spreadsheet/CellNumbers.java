package dev.keyline.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** What the numbers of a workbook mean: a date is a number of days whose style shows it as a date. */
final class CellNumbers {
    /** Excel calculates in binary, and shows and compares 15 digits: 0.30000000000000004 is its 0.3. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final int LONGEST = 40;
    private static final int LARGEST_EXPONENT = 308;
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465); // 9999-12-31
    private static final int FEBRUARY_29_1900 = 60; // a day that Excel has and the calendar has not
    /** Literal text, colours and conditions of a number format, in which letters are no parts of dates. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\[(?![hms]+])[^]]*]");

    private static final Pattern DATE_PART = Pattern.compile("[ymdhsYMDHS]");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final boolean from1904;
    private final List<Boolean> isDate = new ArrayList<>();

    CellNumbers(XlsxParts parts) {
        from1904 = parts.find("xl/workbook.xml")
                .filter(workbook -> workbook.to("workbookPr"))
                .map(workbook -> isTrue(workbook.attribute("date1904")))
                .orElse(false);
        parts.find("xl/styles.xml").ifPresent(this::readStyles);
    }

    static boolean isTrue(String attribute) {
        return attribute.equals("1") || attribute.equals("true");
    }

    private void readStyles(XlsxParts.Elements styles) {
        Map<String, String> formats = new HashMap<>();
        boolean inCells = false;
        for (int event = styles.next(); event != XMLStreamReader.END_DOCUMENT; event = styles.next()) {
            if (event != XMLStreamReader.START_ELEMENT && event != XMLStreamReader.END_ELEMENT) {
                continue;
            }
            if (styles.name().equals("cellXfs")) {
                inCells = event == XMLStreamReader.START_ELEMENT;
            } else if (event == XMLStreamReader.START_ELEMENT && styles.name().equals("numFmt")) {
                formats.put(styles.attribute("numFmtId"), styles.attribute("formatCode"));
            } else if (event == XMLStreamReader.START_ELEMENT
                    && inCells
                    && styles.name().equals("xf")) {
                isDate.add(showsDate(styles.attribute("numFmtId"), formats));
            }
        }
    }

    private static boolean showsDate(String format, Map<String, String> formats) {
        String code = formats.get(format);
        if (code != null) {
            String sections = LITERAL.matcher(code).replaceAll("");
            return DATE_PART.matcher(sections).find() && !sections.contains("General");
        }
        // those that every spreadsheet knows by number, the East Asian ones included
        return format.matches("1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8]");
    }

    /**
     * A number as FEEL.
     *
     * @param style which of the workbook's styles shows it; not a number: none
     */
    Cell feel(String number, String style) {
        BigDecimal value;
        try {
            value = number.length() > LONGEST ? null : new BigDecimal(number.strip());
        } catch (NumberFormatException e) {
            value = null;
        }
        if (value == null || Math.abs((long) value.precision() - value.scale()) > LARGEST_EXPONENT) {
            return Cell.bad("holds no number that a spreadsheet could show");
        }
        if (isDate(style)) {
            return moment(value);
        }
        BigDecimal shown = value.round(SHOWN).stripTrailingZeros();
        return Cell.of(shown.signum() == 0 ? "0" : shown.toPlainString());
    }

    private boolean isDate(String style) {
        return style.matches("\\d{1,6}")
                && Integer.parseInt(style) < isDate.size()
                && isDate.get(Integer.parseInt(style));
    }

    private Cell moment(BigDecimal days) {
        if (days.signum() < 0 || days.compareTo(LAST_DAY) > 0) {
            return Cell.bad("is shown as a date and is none");
        }
        long seconds = days.multiply(SECONDS_A_DAY).add(new BigDecimal("0.5")).longValue();
        long day = seconds / SECONDS_A_DAY.longValue();
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_A_DAY.longValue());
        if (day == 0 && !from1904) {
            return Cell.of("time(\"%s\")".formatted(seconds(time)));
        }
        LocalDate first = from1904
                ? LocalDate.of(1904, 1, 1)
                : day < FEBRUARY_29_1900 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
        LocalDate date = first.plusDays(day);
        return time.equals(LocalTime.MIDNIGHT)
                ? Cell.of("date(\"%s\")".formatted(date))
                : Cell.of("date and time(\"%sT%s\")".formatted(date, seconds(time)));
    }

    private static String seconds(LocalTime time) {
        return TIME.format(time);
    }

    /** A date that is written as such, as the strict form of the format does. */
    static Cell iso(String text) {
        try {
            LocalDateTime moment = LocalDateTime.parse(text.contains("T") ? text : text + "T00:00:00");
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? Cell.of("date(\"%s\")".formatted(moment.toLocalDate()))
                    : Cell.of(
                            "date and time(\"%sT%s\")".formatted(moment.toLocalDate(), seconds(moment.toLocalTime())));
        } catch (DateTimeException e) {
            return Cell.bad("is shown as a date and is none");
        }
    }
}
