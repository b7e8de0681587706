package dev.keyline.policycase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The table {@code policy_case}. */
@Singleton
class CaseStore {
    private final ObjectMapper mapper;

    @Inject
    CaseStore(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Of a policy, oldest first, from above an id. */
    List<StoredCase> of(Handle handle, String policy, @Nullable UUID above, int limit) {
        return handle.createQuery("""
                        select * from policy_case
                        where policy = :policy and removed_at is null
                          and (cast(:above as uuid) is null or id > :above)
                        order by id limit :limit
                        """)
                .bind("policy", policy)
                .bind("above", above)
                .bind("limit", limit)
                .map((row, context) -> stored(row))
                .list();
    }

    int count(Handle handle, String policy) {
        return handle.createQuery("select count(*) from policy_case where policy = :policy and removed_at is null")
                .bind("policy", policy)
                .mapTo(Integer.class)
                .one();
    }

    Optional<StoredCase> find(Handle handle, String policy, UUID id) {
        return handle.createQuery(
                        "select * from policy_case where policy = :policy and id = :id and removed_at is null")
                .bind("policy", policy)
                .bind("id", id)
                .map((row, context) -> stored(row))
                .findOne();
    }

    /** As {@link #find}, and nobody else changes it before the transaction ends. */
    Optional<StoredCase> lock(Handle handle, String policy, UUID id) {
        return handle.createQuery("""
                        select * from policy_case
                        where policy = :policy and id = :id and removed_at is null for update
                        """)
                .bind("policy", policy)
                .bind("id", id)
                .map((row, context) -> stored(row))
                .findOne();
    }

    void insert(Handle handle, StoredCase one) {
        int inserted = bound(handle.createUpdate("""
                                insert into policy_case (id, policy, name, facts, as_of, outcome, rules, not_rules,
                                                         decision_id, author, created_at, changed_by, changed_at)
                                values (:id, :policy, :name, cast(:facts as jsonb), :asOf, cast(:outcome as jsonb),
                                        :rules, :not, :decision, :author, :now, :author, :now)
                                """), one.content())
                .bind("id", one.id())
                .bind("policy", one.policy())
                .bind("decision", one.fromDecision())
                .bind("author", one.author())
                .bind("now", one.createdAt())
                .execute();
        one(one.id(), inserted);
    }

    void replace(Handle handle, UUID id, PolicyCase content, String by, Instant now) {
        one(
                id,
                bound(handle.createUpdate("""
                                        update policy_case
                                        set name = :name, facts = cast(:facts as jsonb), as_of = :asOf,
                                            outcome = cast(:outcome as jsonb), rules = :rules, not_rules = :not,
                                            changed_by = :by, changed_at = :now, revision = revision + 1
                                        where id = :id
                                        """), content)
                        .bind("id", id)
                        .bind("by", by)
                        .bind("now", now)
                        .execute());
    }

    void remove(Handle handle, UUID id, String by, Instant now) {
        one(
                id,
                handle.createUpdate("""
                                update policy_case set removed_at = :now, changed_by = :by, changed_at = :now
                                where id = :id
                                """)
                        .bind("id", id)
                        .bind("by", by)
                        .bind("now", now)
                        .execute());
    }

    private static void one(UUID id, int rows) {
        if (rows != 1) {
            throw new IllegalStateException("of case " + id + " " + rows + " rows were written");
        }
    }

    private <S extends SqlStatement<S>> S bound(S statement, PolicyCase content) {
        return statement
                .bind("name", content.name())
                .bind("facts", json(content.facts()))
                .bind("asOf", content.asOf())
                .bind("outcome", content.outcome() == null ? null : json(content.outcome()))
                .bindArray("rules", String.class, content.rules().toArray())
                .bindArray("not", String.class, content.not().toArray());
    }

    private StoredCase stored(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        PolicyCase content = new PolicyCase(
                row.getString("name"),
                read(row.getString("facts"), new TypeReference<LinkedHashMap<String, Object>>() {}),
                row.getTimestamp("as_of").toInstant(),
                outcome == null ? null : read(outcome, new TypeReference<Object>() {}),
                List.of((String[]) row.getArray("rules").getArray()),
                List.of((String[]) row.getArray("not_rules").getArray()),
                Map.of());
        return new StoredCase(
                row.getObject("id", UUID.class),
                row.getString("policy"),
                content,
                row.getObject("decision_id", UUID.class),
                row.getString("author"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("revision"));
    }

    private <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("policy_case holds no JSON: " + json, e);
        }
    }

    String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a case that is no JSON: " + value, e);
        }
    }
}
