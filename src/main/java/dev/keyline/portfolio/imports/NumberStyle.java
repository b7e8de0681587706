package dev.keyline.portfolio.imports;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which sign parts a number's decimals; the other one, like a blank or an apostrophe, parts its thousands. */
enum NumberStyle {
    /** {@code 1,234.5}. */
    POINT('.', ','),
    /** {@code 1.234,5}. */
    COMMA(',', '.');

    private static final int MAX_LENGTH = 60;
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+");

    // a sign, a currency before or behind, brackets for a negative amount, a percent sign that is dropped
    private static final String CURRENCY = "(?:\\p{Sc}|[A-Z]{2}\\$|[A-Z]{3})?";
    private static final Pattern DRESSED = Pattern.compile("(?<open>\\()?\\s*(?<sign>[-+\u2212])?\\s*" + CURRENCY
            + "\\s*(?<inner>[-\u2212])?(?<digits>[0-9.,][0-9.,'\u2019 \u00a0\u202f]*?(?:[eE][-+]?[0-9]{1,2})?)\\s*"
            + CURRENCY + "%?(?<behind>-)?\\s*(?<close>\\))?");

    @SuppressWarnings("ImmutableEnumChecker") // a compiled pattern never changes
    private final Pattern digits;

    private final char point;

    NumberStyle(char point, char thousands) {
        this.point = point;
        String blank = "[" + thousands + "'\u2019 \u00a0\u202f]";
        String decimals = "(?:[" + point + "][0-9]*)?(?:[eE][-+]?[0-9]{1,2})?";
        this.digits =
                Pattern.compile("(?:[0-9]*|[0-9]{1,3}(?:" + blank + "[0-9]{2,3})*" + blank + "[0-9]{3})" + decimals);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The number in {@code text}, empty when it holds none that is written in this style. */
    Optional<BigDecimal> read(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (PLAIN.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text));
        }
        Matcher dressed = DRESSED.matcher(text);
        if (!dressed.matches() || (dressed.group("open") == null) != (dressed.group("close") == null)) {
            return Optional.empty();
        }
        if (dressed.group("sign") != null && dressed.group("inner") != null) {
            return Optional.empty();
        }
        String written = dressed.group("digits");
        if (!digits.matcher(written).matches() || written.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        boolean negative = dressed.group("open") != null
                || isMinus(dressed.group("sign"))
                || dressed.group("inner") != null
                || dressed.group("behind") != null;
        BigDecimal number = new BigDecimal(canonical(written));
        return Optional.of(negative ? number.negate() : number);
    }

    private static boolean isMinus(@Nullable String sign) {
        return sign != null && !"+".equals(sign);
    }

    private String canonical(String written) {
        StringBuilder canonical = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == point) {
                canonical.append('.');
            } else if (Character.isLetterOrDigit(c) || c == '-' || c == '+') {
                canonical.append(c);
            }
        }
        return canonical.toString();
    }
}
