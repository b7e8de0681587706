package dev.keyline.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyline.engine.RowHit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The table {@code decision}: rows are inserted and read, never changed. */
@Singleton
class DecisionStore {
    private final ObjectMapper mapper;

    @Inject
    DecisionStore(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void insert(Handle handle, Collection<Decision> decisions) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into decision (id, policy, version, made_with, account, as_of, recorded_at, caller, review_id,
                                      based_on, facts, outcome, rules, rule_ids, trace, messages)
                values (:id, :policy, :version, :madeWith::jsonb, :account, :asOf, :recordedAt, :caller, :review,
                        :basedOn, :facts::jsonb, :outcome::jsonb, :rules::jsonb, :ruleIds, :trace::jsonb, :messages::jsonb)
                """);
        for (Decision decision : decisions) {
            batch.bind("id", decision.id())
                    .bind("policy", decision.policy())
                    .bind("version", decision.version())
                    .bind("madeWith", json(decision.madeWith()))
                    .bind("account", decision.account())
                    .bind("asOf", decision.asOf())
                    .bind("recordedAt", decision.recordedAt())
                    .bind("caller", decision.caller())
                    .bind("review", decision.reviewId())
                    .bindArray("basedOn", UUID.class, decision.basedOn().toArray())
                    .bind("facts", json(decision.facts()))
                    .bind("outcome", json(decision.outcome()))
                    .bind("rules", json(decision.rules()))
                    .bindArray(
                            "ruleIds",
                            String.class,
                            decision.rules().stream().map(RowHit::ruleId).toArray())
                    .bind("trace", json(decision.trace()))
                    .bind("messages", json(decision.messages()))
                    .add();
        }
        int inserted =
                Arrays.stream(batch.execute()).filter(count -> count != 0).toArray().length;
        if (inserted != decisions.size()) {
            throw new IllegalStateException("recorded " + inserted + " of " + decisions.size() + " decisions");
        }
    }

    Optional<Decision> find(Handle handle, UUID id) {
        return handle.createQuery("select * from decision where id = :id")
                .bind("id", id)
                .map((row, context) -> decision(row))
                .findOne();
    }

    /** Newest first, from below an id. */
    List<Decision> list(Handle handle, DecisionQuery query, @Nullable UUID below, int limit) {
        return handle.createQuery("""
                        select * from decision
                        where (cast(:account as text) is null or account = :account)
                          and (cast(:policy as text) is null or policy = :policy)
                          and (cast(:rule as text) is null or rule_ids @> array[cast(:rule as text)])
                          and (cast(:outcome as text) is null
                               or jsonb_path_exists(outcome, '$.* ? (@ == $value)', jsonb_build_object('value', cast(:outcome as text))))
                          and (cast(:from as timestamptz) is null or recorded_at >= :from)
                          and (cast(:to as timestamptz) is null or recorded_at < :to)
                          and (cast(:review as uuid) is null or review_id = :review)
                          and (cast(:below as uuid) is null or id < :below)
                        order by id desc
                        limit :limit
                        """)
                .bind("account", query.account())
                .bind("policy", query.policy())
                .bind("rule", query.rule())
                .bind("outcome", query.outcome())
                .bind("from", query.from())
                .bind("to", query.to())
                .bind("review", query.review())
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> decision(row))
                .list();
    }

    /** What made each of these decisions, without the facts they were made from. */
    List<Held> held(Handle handle, Collection<UUID> ids) {
        return handle.createQuery(
                        "select id, policy, version, as_of, rules, outcome from decision where id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, context) -> held(row))
                .list();
    }

    /** Each policy's last decision of a review about an account, from as of an instant or before. */
    List<Held> heldAt(Handle handle, String account, Instant asOf) {
        return handle.createQuery("""
                        select distinct on (policy) id, policy, version, as_of, rules, outcome from decision
                        where account = :account and review_id is not null and as_of <= :asOf
                        order by policy, as_of desc, id desc
                        """)
                .bind("account", account)
                .bind("asOf", asOf)
                .map((row, context) -> held(row))
                .list();
    }

    private Held held(ResultSet row) throws SQLException {
        return new Held(
                new Grounds(
                        row.getObject("id", UUID.class),
                        row.getString("policy"),
                        row.getInt("version"),
                        row.getTimestamp("as_of").toInstant(),
                        read(row, "rules", new TypeReference<List<RowHit>>() {})),
                read(row, "outcome", new TypeReference<JsonNode>() {}));
    }

    private Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                row.getObject("id", UUID.class),
                row.getString("policy"),
                row.getInt("version"),
                read(row, "made_with", new TypeReference<Map<String, Integer>>() {}),
                row.getString("account"),
                row.getTimestamp("as_of").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("caller"),
                row.getObject("review_id", UUID.class),
                List.of((UUID[]) row.getArray("based_on").getArray()),
                read(row, "facts", new TypeReference<Map<String, @Nullable Object>>() {}),
                read(row, "outcome", new TypeReference<Object>() {}),
                read(row, "rules", new TypeReference<List<RowHit>>() {}),
                read(row, "trace", new TypeReference<Map<String, @Nullable Object>>() {}),
                read(row, "messages", new TypeReference<List<String>>() {}));
    }

    private <T> T read(ResultSet row, String column, TypeReference<T> type) throws SQLException {
        try {
            return mapper.readValue(row.getString(column), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("decision." + column + " of " + row.getString("id"), e);
        }
    }

    private String json(@Nullable Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value that is no JSON: " + value, e);
        }
    }
}
