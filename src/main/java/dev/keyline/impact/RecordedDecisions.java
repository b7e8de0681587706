package dev.keyline.impact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyline.facts.FactSource;
import dev.keyline.policy.PolicySet;
import dev.keyline.portfolio.AccountsToReview;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What callers have asked, as the table {@code decision} holds it: with the decisions that each rests on. */
@Singleton
class RecordedDecisions {
    /** One decision's own part. */
    private record Step(String policy, Map<String, Object> facts, Object outcome) {}

    /**
     * A decision that somebody asked for.
     *
     * @param steps itself, and those that it rests on, directly or not
     */
    record Recorded(
            UUID id, String caller, String policy, @Nullable String account, Instant asOf, List<Step> steps) {

        /** The outcome of each step by policy. */
        Map<String, Object> outcomes() {
            Map<String, Object> outcomes = new LinkedHashMap<>();
            steps.forEach(step -> outcomes.put(step.policy(), step.outcome()));
            return outcomes;
        }

        /** The facts of all steps, but for those that were outcomes of other steps. */
        Map<String, Object> factsOfRecords(PolicySet set) {
            Map<String, Object> outcomes = outcomes();
            Map<String, Object> facts = new LinkedHashMap<>();
            steps.forEach(step -> facts.putAll(step.facts()));
            facts.keySet()
                    .removeIf(name -> set.catalogue()
                            .find(name)
                            .filter(fact -> fact.source() instanceof FactSource.Outcome outcome
                                    && outcomes.containsKey(outcome.policy()))
                            .isPresent());
            return facts;
        }
    }

    private final ObjectMapper mapper;

    @Inject
    RecordedDecisions(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Ids of decisions that callers asked for, the newest first; what the service decides for itself is not among them. */
    static List<UUID> asked(Handle handle, Collection<String> policies, Scope.Period period, int limit) {
        return handle.createQuery("""
                        select id from decision
                        where review_id is null and policy = any(:policies) and caller <> :change
                          and recorded_at >= :from and recorded_at < :to
                        order by id desc limit :limit
                        """)
                .bindArray("policies", String.class, policies.toArray())
                .bind("change", AccountsToReview.CHANGE)
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }

    List<Recorded> withGrounds(Handle handle, Collection<UUID> ids) {
        Map<UUID, Recorded> decisions = new LinkedHashMap<>();
        handle.createQuery("""
                        with recursive step as (
                          select id as root, id, based_on from decision where id = any(:ids)
                          union
                          select step.root, d.id, d.based_on
                          from step join decision d on d.id = any(step.based_on))
                        select step.root, d.id, d.caller, d.policy, d.account, d.as_of, d.facts, d.outcome
                        from step join decision d on d.id = step.id
                        order by step.root desc, (step.id = step.root) desc
                        """)
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, context) -> {
                    UUID root = row.getObject("root", UUID.class);
                    if (!decisions.containsKey(root)) {
                        decisions.put(root, recorded(root, row)); // the decision itself comes first
                    }
                    return Objects.requireNonNull(decisions.get(root)).steps().add(step(row));
                })
                .list();
        return List.copyOf(decisions.values());
    }

    private static Recorded recorded(UUID root, ResultSet row) throws SQLException {
        return new Recorded(
                root,
                row.getString("caller"),
                row.getString("policy"),
                row.getString("account"),
                row.getTimestamp("as_of").toInstant(),
                new ArrayList<>());
    }

    private Step step(ResultSet row) throws SQLException {
        try {
            return new Step(
                    row.getString("policy"),
                    mapper.readValue(row.getString("facts"), new TypeReference<LinkedHashMap<String, Object>>() {}),
                    mapper.readValue(row.getString("outcome"), Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decision that is no JSON: " + row.getString("id"), e);
        }
    }
}
