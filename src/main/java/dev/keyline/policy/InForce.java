package dev.keyline.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version and the instant from which it is in force, until the next one of its policy.
 *
 * @param version null: from then on none is
 * @param since {@link Instant#MIN} for the first version of a policy that was in force ever since
 */
public record InForce(String policy, @Nullable Integer version, Instant since) {}
