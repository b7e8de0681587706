package dev.keyline.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Acts on a policy's outcomes as they come to hold. */
public interface OutcomeFollower {
    /** The policy whose outcomes it acts on. */
    String policy();

    /**
     * Called in the transaction that makes the outcomes hold, so that both happen or neither.
     *
     * @param outcomes at most one an account
     */
    void follow(Handle handle, Evaluated evaluated, List<Held> outcomes);

    /**
     * What made the outcomes.
     *
     * @param asOf the instant they look from
     * @param actor who or what asked for them
     * @param wholePortfolio a review of everything, rather than of accounts that something happened to
     */
    record Evaluated(Instant asOf, String actor, boolean wholePortfolio) {}

    /** An outcome that holds now, and the decision that says so. */
    record Held(String account, UUID decisionId, Object outcome) {}
}
