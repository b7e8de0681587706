package dev.keyline.facts;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product that the customer uses in some places, with those where it does not.
 *
 * @param productId the product
 * @param product its name
 * @param places where it is not bought yet, in order
 */
public record Spread(String productId, String product, List<String> places) {
    private static final Comparator<WhitespaceFact> LEADING =
            Comparator.comparing(WhitespaceFact::weight).reversed().thenComparing(WhitespaceFact::productId);

    /**
     * The product that has most seats elsewhere, which is the one to bring to the other places first; null for none.
     *
     * @param whitespace without its type because rules collect it so
     */
    public static @Nullable Spread leading(Collection<?> whitespace) {
        List<WhitespaceFact> elsewhere = whitespace.stream()
                .map(WhitespaceFact.class::cast)
                .filter(WhitespaceFact::elsewhere)
                .sorted(LEADING)
                .toList();
        if (elsewhere.isEmpty()) {
            return null;
        }
        WhitespaceFact first = elsewhere.get(0);
        return new Spread(
                first.productId(),
                first.product(),
                elsewhere.stream()
                        .filter(one -> one.productId().equals(first.productId()))
                        .map(WhitespaceFact::place)
                        .sorted()
                        .distinct()
                        .toList());
    }

    /** As a sentence. */
    public String sentence() {
        return "%s is in use, but not in %s.".formatted(product, String.join(", ", places));
    }
}
