package dev.keyline.coverage;

import java.math.BigDecimal;

/**
 * The most utilised account manager of a plan, against what no plan can go below.
 *
 * @param utilisation load over capacity, 1 for full; rounded up to four decimals
 * @param bound proved: whoever covers the same accounts, somebody is at least this utilised; rounded down
 * @param gap how far above the bound, 0.04 for 4 percent
 */
public record Busiest(PersonRef manager, BigDecimal utilisation, BigDecimal bound, BigDecimal gap) {}
