package dev.keyline.facts;

import java.math.BigDecimal;

/**
 * The last reading of active users in one week; what the usage rules conclude on the way to a warning.
 *
 * @param ago weeks back from the as-of: 0 for the past seven days
 * @param users active users
 */
public record WeekOfUsage(long ago, BigDecimal users) {}
