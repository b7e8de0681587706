package dev.keyline.facts;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One reading of one metric of an account.
 *
 * @param metric what was measured: {@code active-users}, {@code response-hours} and so on
 * @param at when it was read
 * @param value in the unit of the metric
 */
public record UsageReading(String metric, Instant at, BigDecimal value) {}
