package dev.keyline.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A fall of active users, measured against the seats they could fill.
 *
 * @param from the most active users seen in the span
 * @param to the active users seen last
 * @param seats seats licensed, more than 0
 */
public record UtilisationDrop(BigDecimal from, BigDecimal to, BigDecimal seats) {

    /** How far utilisation fell, in percentage points with two decimals; negative where it rose. */
    public BigDecimal points() {
        return percent(from.subtract(to), 2);
    }

    /** From what to what utilisation fell, in whole percent, as a sentence quotes it. */
    public String span() {
        return "from %s %% to %s %% of %s seats".formatted(percent(from, 0), percent(to, 0), seats.toPlainString());
    }

    private BigDecimal percent(BigDecimal users, int decimals) {
        return users.movePointRight(2).divide(seats, decimals, RoundingMode.HALF_UP);
    }
}
