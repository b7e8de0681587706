package dev.keyline.policy;

import java.util.Set;

/** Policies ask for each other's outcomes in a circle, so none of them can be the first. */
public final class CyclicPoliciesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CyclicPoliciesException(Set<String> path, String again) {
        super("policies need each other's outcomes: " + String.join(" → ", path) + " → " + again);
    }
}
