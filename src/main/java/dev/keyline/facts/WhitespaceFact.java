package dev.keyline.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product that is not bought somewhere.
 *
 * @param productId the product
 * @param product its name
 * @param family its family; null: it has none
 * @param businessUnit where it is not bought; null with no region either: it is bought nowhere
 * @param region where it is not bought
 * @param seats how many seats of it the customer has elsewhere, 0 or more
 */
public record WhitespaceFact(
        String productId,
        String product,
        @Nullable String family,
        @Nullable String businessUnit,
        @Nullable String region,
        @Nullable BigDecimal seats) {

    /** Whether the customer has the product, but not there. */
    public boolean elsewhere() {
        return businessUnit != null || region != null;
    }

    /** Where it is not bought, as a sentence names the place. */
    String place() {
        return businessUnit == null
                ? String.valueOf(region)
                : region == null ? businessUnit : businessUnit + " in " + region;
    }

    BigDecimal weight() {
        return seats == null ? BigDecimal.ZERO : seats;
    }
}
