package dev.keyline.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A right to use a product.
 *
 * @param id the CRM's id
 * @param productId the product
 * @param seats seats licensed, 0 or more; null where the product is not counted by seats
 * @param startsOn first day; null: always
 * @param endsOn last day; null: open
 */
public record EntitlementFact(
        String id,
        String productId,
        @Nullable BigDecimal seats,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn) {}
