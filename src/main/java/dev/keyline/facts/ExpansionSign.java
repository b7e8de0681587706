package dev.keyline.facts;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A sign that the customer could buy more, before anybody asked whether now is the time. By kind and cause in order.
 *
 * @param kind {@code renew}, {@code upsell}, {@code cross-sell} or {@code land-and-expand}
 * @param cause what gave it, such as {@code seats-full}
 * @param productId the product it speaks of; null: none in particular
 * @param urgency how soon it wants talking about: {@code at-once}, {@code soon}, {@code capacity}, {@code renewal} or {@code planned}
 * @param reason why, as a sentence
 * @param evidence what it was found in, with the numbers, in sentences
 */
public record ExpansionSign(
        String kind, String cause, @Nullable String productId, String urgency, String reason, String evidence)
        implements Comparable<ExpansionSign> {
    private static final Comparator<ExpansionSign> ORDER = Comparator.comparing(ExpansionSign::kind)
            .thenComparing(ExpansionSign::cause)
            .thenComparing(ExpansionSign::reason)
            .thenComparing(ExpansionSign::evidence);

    @Override
    public int compareTo(ExpansionSign other) {
        return ORDER.compare(this, other);
    }
}
