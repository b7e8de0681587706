package dev.keyline.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyline.decision.Decision;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Hands outcomes that have come to hold to whoever acts on them, some accounts at a time. */
@Singleton
class OutcomeFollowers {
    private static final int ACCOUNTS_AT_ONCE = 1_000;

    private final Instance<OutcomeFollower> followers;
    private final ObjectMapper mapper;

    @Inject
    OutcomeFollowers(@Any Instance<OutcomeFollower> followers, ObjectMapper mapper) {
        this.followers = followers;
        this.mapper = mapper;
    }

    /** All that a review has made hold. */
    void follow(Handle handle, OutcomeFollower.Evaluated evaluated, UUID review) {
        for (OutcomeFollower follower : followers) {
            List<OutcomeFollower.Held> held = held(handle, follower.policy(), review, null);
            while (!held.isEmpty()) {
                follower.follow(handle, evaluated, held);
                held = held(
                        handle,
                        follower.policy(),
                        review,
                        held.get(held.size() - 1).account());
            }
        }
    }

    /** Decisions on single accounts, all of which hold. */
    void follow(Handle handle, OutcomeFollower.Evaluated evaluated, Collection<Decision> decisions) {
        for (OutcomeFollower follower : followers) {
            List<OutcomeFollower.Held> held = decisions.stream()
                    .filter(decision -> decision.policy().equals(follower.policy()) && decision.account() != null)
                    .map(decision -> new OutcomeFollower.Held(
                            String.valueOf(decision.account()), decision.id(), decision.outcome()))
                    .toList();
            if (!held.isEmpty()) {
                follower.follow(handle, evaluated, held);
            }
        }
    }

    /** A review whose as-of is older than what holds for an account has not come to hold there. */
    private List<OutcomeFollower.Held> held(Handle handle, String policy, UUID review, @Nullable String after) {
        return handle.createQuery("""
                        select d.account, d.id, d.outcome
                        from decision d join account_outcome o on o.decision_id = d.id
                        where d.review_id = :review and d.policy = :policy
                          and (cast(:after as text) is null or d.account > :after)
                        order by d.account limit :limit
                        """)
                .bind("review", review)
                .bind("policy", policy)
                .bind("after", after)
                .bind("limit", ACCOUNTS_AT_ONCE)
                .map((row, context) -> new OutcomeFollower.Held(
                        row.getString("account"), row.getObject("id", UUID.class), parsed(row.getString("outcome"))))
                .list();
    }

    private Object parsed(String json) {
        try {
            return mapper.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an outcome that is no JSON: " + json, e);
        }
    }
}
