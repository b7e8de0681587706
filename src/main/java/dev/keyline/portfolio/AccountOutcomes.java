package dev.keyline.portfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What holds for each account: every policy's outcome in the last finished review. */
public final class AccountOutcomes {
    private AccountOutcomes() {}

    /** By account and policy, of the policies named. */
    public static Map<String, Map<String, Object>> of(
            Handle handle, Collection<String> accounts, Collection<String> policies, ObjectMapper mapper) {
        Map<String, Map<String, Object>> outcomes = new HashMap<>();
        handle.createQuery("""
                        select account_id, policy, outcome from account_outcome
                        where account_id = any(:accounts) and policy = any(:policies)
                        """)
                .bindArray("accounts", String.class, accounts.toArray())
                .bindArray("policies", String.class, policies.toArray())
                .map((row, context) -> {
                    outcomes.computeIfAbsent(row.getString("account_id"), account -> new HashMap<>())
                            .put(row.getString("policy"), parsed(row.getString("outcome"), mapper));
                    return 1;
                })
                .list();
        return outcomes;
    }

    private static Object parsed(String json, ObjectMapper mapper) {
        try {
            return mapper.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("account_outcome holds no JSON: " + json, e);
        }
    }

    private static final String ADOPT = """
            insert into account_outcome (account_id, policy, decision_id, as_of, outcome)
            select account, policy, id, as_of, outcome from decision where %s
            on conflict (account_id, policy) do update
            set decision_id = excluded.decision_id, as_of = excluded.as_of, outcome = excluded.outcome
            where account_outcome.as_of <= excluded.as_of
            """;

    /** Makes the decisions of a review what holds, all at once, in the transaction that finishes it. */
    public static int adopt(Handle handle, UUID reviewId) {
        return handle.createUpdate(ADOPT.formatted("review_id = :review"))
                .bind("review", reviewId)
                .execute();
    }

    /** Lets go of what policies said that a review as of an instant no longer asks, in the transaction that finishes it. */
    public static int forget(Handle handle, Collection<String> asked, Instant asOf) {
        return handle.createUpdate("delete from account_outcome where policy <> all(:asked) and as_of <= :asOf")
                .bindArray("asked", String.class, asked.toArray())
                .bind("asOf", asOf)
                .execute();
    }

    /** Makes single decisions what holds. */
    public static int adopt(Handle handle, Collection<UUID> decisions) {
        return handle.createUpdate(ADOPT.formatted("id = any(:decisions)"))
                .bindArray("decisions", UUID.class, decisions.toArray())
                .execute();
    }
}
