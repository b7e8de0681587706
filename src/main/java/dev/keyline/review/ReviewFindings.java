package dev.keyline.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.RowHit;
import dev.keyline.policy.PolicySet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a review found: how its outcomes are spread, and where they differ from those of the finished review before. */
@Singleton
class ReviewFindings {
    /** The place of a change in the list of changes. */
    record Place(String account, String policy) {}

    private final ObjectMapper mapper;

    @Inject
    ReviewFindings(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    List<PolicySummary> summary(Handle handle, UUID review, PolicySet policies) {
        Map<String, Integer> accounts = accounts(handle, review);
        Map<String, Map<String, Integer>> rows = rows(handle, review);
        Map<String, Map<String, Map<String, Integer>>> outcomes = outcomes(handle, review);
        return policies.forAccounts().stream()
                .map(policy -> summary(
                        policy,
                        accounts.getOrDefault(policy.id(), 0),
                        rows.getOrDefault(policy.id(), Map.of()),
                        outcomes.getOrDefault(policy.id(), Map.of())))
                .toList();
    }

    private static PolicySummary summary(
            CompiledPolicy policy,
            int accounts,
            Map<String, Integer> rows,
            Map<String, Map<String, Integer>> outcomes) {
        List<PolicySummary.RowCount> counts = policy.rows().stream()
                .map(RowHit::ruleId)
                .map(rule -> {
                    int count = rows.getOrDefault(rule, 0);
                    return new PolicySummary.RowCount(rule, count, accounts == 0 ? 0 : (double) count / accounts);
                })
                .toList();
        return new PolicySummary(policy.id(), accounts, counts, outcomes);
    }

    private static Map<String, Integer> accounts(Handle handle, UUID review) {
        Map<String, Integer> accounts = new HashMap<>();
        handle.createQuery(
                        "select policy, count(*) as accounts from decision where review_id = :review group by policy")
                .bind("review", review)
                .map((row, context) -> accounts.put(row.getString("policy"), row.getInt("accounts")))
                .list();
        return accounts;
    }

    private static Map<String, Map<String, Integer>> rows(Handle handle, UUID review) {
        Map<String, Map<String, Integer>> rows = new HashMap<>();
        handle.createQuery("""
                        select policy, rule, count(*) as accounts from decision, unnest(rule_ids) as rule
                        where review_id = :review group by policy, rule
                        """)
                .bind("review", review)
                .map((row, context) -> rows.computeIfAbsent(row.getString("policy"), policy -> new HashMap<>())
                        .put(row.getString("rule"), row.getInt("accounts")))
                .list();
        return rows;
    }

    private static Map<String, Map<String, Map<String, Integer>>> outcomes(Handle handle, UUID review) {
        Map<String, Map<String, Map<String, Integer>>> outcomes = new HashMap<>();
        handle.createQuery("""
                        select policy, key, value #>> '{}' as value, count(*) as accounts
                        from decision, jsonb_each(outcome) as component (key, value)
                        where review_id = :review and jsonb_typeof(outcome) = 'object'
                          and jsonb_typeof(value) in ('string', 'boolean')
                        group by 1, 2, 3
                        """)
                .bind("review", review)
                .map((row, context) -> outcomes.computeIfAbsent(row.getString("policy"), policy -> new TreeMap<>())
                        .computeIfAbsent(row.getString("key"), component -> new TreeMap<>())
                        .put(row.getString("value"), row.getInt("accounts")))
                .list();
        return outcomes;
    }

    /** In the order of account and policy, from after a place. */
    List<OutcomeChange> changes(Handle handle, UUID review, @Nullable Place after, int limit) {
        return handle.createQuery("""
                        with before as (
                          select b.id from review b, review r
                          where r.id = :review and b.finished_at is not null and b.id < r.id
                          order by b.finished_at desc limit 1)
                        select now.account, now.policy, was.outcome as was, now.outcome as is, now.id
                        from decision now
                        left join decision was
                          on was.review_id = (select id from before)
                         and was.account = now.account and was.policy = now.policy
                        where now.review_id = :review and exists (select 1 from before)
                          and was.outcome is distinct from now.outcome
                          and (cast(:account as text) is null or (now.account, now.policy) > (:account, :policy))
                        order by now.account, now.policy
                        limit :limit
                        """)
                .bind("review", review)
                .bind("account", after == null ? null : after.account())
                .bind("policy", after == null ? null : after.policy())
                .bind("limit", limit)
                .map((row, context) -> new OutcomeChange(
                        row.getString("account"),
                        row.getString("policy"),
                        row.getString("was") == null ? null : parsed(row.getString("was")),
                        parsed(row.getString("is")),
                        row.getObject("id", UUID.class)))
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
