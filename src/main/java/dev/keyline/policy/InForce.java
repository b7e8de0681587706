package dev.keyline.policy;

import java.time.Instant;

/**
 * A version and the instant from which it is in force, until the next one of its policy.
 *
 * @param since {@link Instant#MIN} for the first version a policy ever had
 */
public record InForce(String policy, int version, Instant since) {}
