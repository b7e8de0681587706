package dev.keyline.policy;

import dev.keyline.engine.PolicyText;
import org.jdbi.v3.core.Jdbi;

/** A release that ships another text of a policy, as the service takes it up at its start. */
public final class Release {
    private Release() {}

    /** Returns the number of the version that the text became. */
    public static int ships(Jdbi jdbi, Policies policies, String policy, String text) {
        PolicyVersion before = policies.newest(policy).orElseThrow();
        jdbi.useTransaction(handle -> policies.ship(handle, new PolicyText(policy, before.path(), text)));
        policies.reload();
        return policies.newest(policy).orElseThrow().number();
    }
}
