package dev.keyline.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How long the customer takes to answer now, and how long it used to.
 *
 * @param recent mean of the recent answers, in hours
 * @param usual mean of those before, in hours, more than 0
 */
public record AnswerTimes(BigDecimal recent, BigDecimal usual) {

    /** How many times the usual an answer takes, with two decimals. */
    public BigDecimal timesUsual() {
        return recent.divide(usual, 2, RoundingMode.HALF_UP);
    }

    /** Both, as a sentence. */
    public String compared() {
        return "Answers take %s hours, usually %s.".formatted(hours(recent), hours(usual));
    }

    private static String hours(BigDecimal mean) {
        return mean.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
