package dev.keyline.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person at the customer.
 *
 * @param id the CRM's id
 * @param name as the CRM writes it
 * @param role {@code economic-buyer}, {@code technical-decision-maker}, {@code end-user}, {@code champion} or {@code detractor}
 * @param level 1 individual … 4 vice president, 5 CxO, 6 chief executive; null unknown
 * @param sentiment {@code positive}, {@code neutral} or {@code negative}; null unknown
 * @param lastContactedOn last touch; null never
 * @param leftOn the day the person left; null: still there
 */
public record ContactFact(
        String id,
        String name,
        String role,
        @Nullable Integer level,
        @Nullable String sentiment,
        @Nullable LocalDate lastContactedOn,
        @Nullable LocalDate leftOn) {}
