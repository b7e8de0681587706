package dev.keyline.policycase.web;

import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicySet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What a caller's cases are read against. */
@Singleton
class CallersSet {
    private final Policies policies;
    private final Clock clock;

    @Inject
    CallersSet(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /** What is in force. */
    PolicySet of(String caller, String policy) {
        return policies.at(clock.instant());
    }
}
