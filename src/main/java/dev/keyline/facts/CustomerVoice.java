package dev.keyline.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the customer says of us: its two latest answers, and what it has confirmed. Null is unknown.
 *
 * @param nps −100 to 100, of the latest survey
 * @param npsBefore of the one before
 * @param valueProven pieces of value delivered that somebody at the customer has confirmed in the past year
 */
public record CustomerVoice(
        @Nullable BigDecimal nps,
        @Nullable BigDecimal npsBefore,
        @Nullable BigDecimal valueProven) {

    /** The lower of both answers; null unless there are two. */
    public @Nullable BigDecimal leastNps() {
        return nps == null || npsBefore == null ? null : nps.min(npsBefore);
    }

    /** Whether anything we delivered is confirmed. */
    public boolean proven() {
        return valueProven != null && valueProven.signum() > 0;
    }

    /** The answers, as a sentence quotes them. */
    public String answers() {
        return "NPS %s and before that %s.".formatted(plain(nps), plain(npsBefore));
    }

    /** What is confirmed, as a sentence quotes it. */
    public String confirmed() {
        return "Value confirmed in the past year: %s.".formatted(plain(valueProven));
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "?" : number.stripTrailingZeros().toPlainString();
    }
}
