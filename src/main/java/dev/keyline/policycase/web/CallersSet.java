package dev.keyline.policycase.web;

import dev.keyline.engine.PolicyText;
import dev.keyline.engine.RejectedTextException;
import dev.keyline.facts.BadCatalogueException;
import dev.keyline.http.NotFoundException;
import dev.keyline.policy.CyclicPoliciesException;
import dev.keyline.policy.Draft;
import dev.keyline.policy.Drafts;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicySet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/**
 * What a caller's cases are read against: what is in force, with the caller's own drafts of the policy, of the facts and
 * of their catalogue in place.
 */
@Singleton
class CallersSet {
    private final Policies policies;
    private final Drafts drafts;
    private final Clock clock;

    @Inject
    CallersSet(Policies policies, Drafts drafts, Clock clock) {
        this.policies = policies;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** With the draft, where there is one that could answer. */
    PolicySet of(String caller, String policy) {
        return drafts.find(policy, caller)
                .map(draft -> {
                    try {
                        return with(draft);
                    } catch (RejectedTextException halfDone) {
                        return inForce(); // a case may be kept while the draft does not compile
                    }
                })
                .orElseGet(this::inForce);
    }

    /** A draft in its place. */
    record Rehearsed(Draft draft, PolicySet set) {}

    /**
     * With the draft.
     *
     * @throws NotFoundException when the caller has none
     * @throws RejectedTextException when it could not answer
     */
    Rehearsed draft(String caller, String policy) {
        Draft draft = drafts.get(policy, caller);
        return new Rehearsed(draft, with(draft));
    }

    private PolicySet with(Draft draft) {
        List<PolicyText> texts = drafts.withWords(draft.policy(), draft.author()).stream()
                .map(Draft::text)
                .toList();
        try {
            return policies.with(inForce(), texts);
        } catch (CyclicPoliciesException | BadCatalogueException e) {
            throw new RejectedTextException(draft.text().path(), List.of(String.valueOf(e.getMessage())));
        }
    }

    private PolicySet inForce() {
        return policies.at(clock.instant());
    }
}
