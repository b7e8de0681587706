package dev.keyline.facts;

/**
 * A week that ended with fewer active users than the week before; what the usage rules conclude on the way to a warning.
 *
 * @param ago weeks back from the as-of: 0 for the past seven days
 */
public record FallingWeek(long ago) {}
