package dev.keyline.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * The day a derivation looks from.
 *
 * @param zone in which days begin
 * @param rates by ISO 4217 code, what one unit of a currency is worth in the reporting currency on that day
 */
public record AsOfDay(LocalDate day, ZoneId zone, Map<String, BigDecimal> rates) {}
