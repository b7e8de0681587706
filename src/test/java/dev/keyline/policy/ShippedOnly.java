package dev.keyline.policy;

import org.jdbi.v3.core.Jdbi;

/** Makes tests independent of what other tests published: what the release ships is in force, and nothing is proposed. */
public final class ShippedOnly {
    private ShippedOnly() {}

    public static void restore(Jdbi jdbi, Policies policies) {
        jdbi.useTransaction(handle -> {
            handle.execute("set local session_replication_role = replica"); // past the triggers that keep pointers
            handle.execute("truncate policy_draft, proposed_version, proposal");
            handle.execute("delete from policy_in_force where set_by <> 'release'");
        });
        policies.reload();
    }
}
