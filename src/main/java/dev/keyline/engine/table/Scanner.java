package dev.keyline.engine.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads FEEL's literals from a text, from left to right; what it cannot read it leaves where it stands. */
final class Scanner {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\s*(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("(?:true|false|null)(?![\\p{L}\\p{N}_?'])");
    private static final Pattern CALL = Pattern.compile(
            "(date\\s+and\\s+time|date|duration)\\s*\\(\\s*(\"(?:[^\"\\\\]|\\\\.)*+\")\\s*\\)", Pattern.DOTALL);
    private static final Pattern AT = Pattern.compile("@\\s*(\"(?:[^\"\\\\]|\\\\.)*+\")", Pattern.DOTALL);
    private static final Pattern ZONED = Pattern.compile(".*T.*(?:Z|[+-]\\d\\d:?\\d\\d|@.+)", Pattern.DOTALL);
    private static final int MOST_DIGITS = 34;
    private static final int WIDEST_EXPONENT = 1000;

    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    /** A literal that was read; {@code value} may be null, as null is a literal. */
    record Literal(@Nullable Object value) {}

    int at() {
        return at;
    }

    void back(int to) {
        at = to;
    }

    boolean isAtEnd() {
        space();
        return at == text.length();
    }

    void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    boolean take(String token) {
        space();
        if (text.startsWith(token, at)) {
            at += token.length();
            return true;
        }
        return false;
    }

    char next() {
        space();
        return at < text.length() ? text.charAt(at) : '\0';
    }

    /**
     * The literal that stands here; null when there is none.
     *
     * @throws CellSyntaxException when it is one of no meaning, such as the 30th of February
     */
    @Nullable
    Literal literal() {
        space();
        Matcher matcher;
        if ((matcher = here(NUMBER)) != null) {
            return number(matcher.group());
        } else if ((matcher = here(TEXT)) != null) {
            return new Literal(unescaped(matcher.group()));
        } else if ((matcher = here(WORD)) != null) {
            String word = matcher.group();
            return new Literal(word.equals("null") ? null : (Object) Boolean.valueOf(word));
        } else if ((matcher = here(CALL)) != null) {
            return temporal(matcher.group(1).replaceAll("\\s+", " "), unescaped(matcher.group(2)), matcher);
        } else if ((matcher = here(AT)) != null) {
            return temporal("@", unescaped(matcher.group(1)), matcher);
        }
        return null;
    }

    private @Nullable Matcher here(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher;
    }

    /** More digits than the engine keeps would be rounded by it: only it can say how. */
    private @Nullable Literal number(String digits) {
        BigDecimal number = new BigDecimal(digits.replaceAll("\\s", ""));
        return number.precision() > MOST_DIGITS || Math.abs(number.scale()) > WIDEST_EXPONENT
                ? null
                : new Literal(number);
    }

    private @Nullable Literal temporal(String function, String value, Matcher matcher) {
        try {
            Object read = read(function, value);
            if (read == null) {
                at = matcher.start();
            }
            return read == null ? null : new Literal(read);
        } catch (DateTimeException | ArithmeticException e) {
            throw new CellSyntaxException(matcher.start() + 1, matcher.group() + " is no date, time or duration");
        }
    }

    /** Null when it is of a kind that has no place in the table form: times of day, zoned times. */
    private static @Nullable Object read(String function, String value) {
        if (function.equals("duration") || (function.equals("@") && value.matches("-?P.*"))) {
            return value.matches("-?P(?:-?\\d+Y)?(?:-?\\d+M)?")
                    ? Period.parse(value).normalized()
                    : Duration.parse(value);
        }
        if (value.contains("T") || function.equals("date and time")) {
            boolean plain =
                    value.contains("T") && !ZONED.matcher(value).matches() && function.matches("@|date and time");
            return plain ? LocalDateTime.parse(value) : null;
        }
        return value.matches("\\d\\d:.*") ? null : LocalDate.parse(value);
    }

    private static String unescaped(String quoted) {
        StringBuilder plain = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c != '\\' || i + 1 >= quoted.length() - 1) {
                plain.append(c);
                continue;
            }
            char escaped = quoted.charAt(++i);
            int digits = escaped == 'u' ? 4 : escaped == 'U' ? 6 : 0;
            switch (escaped) {
                case 'n' -> plain.append('\n');
                case 't' -> plain.append('\t');
                case 'r' -> plain.append('\r');
                case '"', '\\', '\'' -> plain.append(escaped);
                default -> {
                    String code = quoted.substring(i + 1, Math.min(i + 1 + digits, quoted.length() - 1));
                    if (digits > 0 && code.matches("[0-9a-fA-F]{" + digits + "}")) {
                        plain.appendCodePoint(Math.min(Integer.parseInt(code, 16), Character.MAX_CODE_POINT));
                        i += digits;
                    } else {
                        plain.append('\\').append(escaped);
                    }
                }
            }
        }
        return plain.toString();
    }
}
