package dev.keyline.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The tables {@code review} and {@code review_account}. */
@Singleton
class ReviewStore {
    /** What a review was started with, and whether its snapshot stands. */
    record Started(UUID id, Instant asOf, Map<String, Integer> versions, boolean snapshotTaken) {}

    /** An account of the snapshot, still to be decided. */
    record Waiting(String account, Map<String, Object> facts) {}

    /** What became of an account: through, or the problem that kept it from it. */
    record Through(String account, @Nullable String problem) {}

    /** How far a review is. */
    record Counts(int accounts, int decided, int undecided) {}

    private final ObjectMapper mapper;

    @Inject
    ReviewStore(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void insert(Handle handle, UUID id, Instant asOf, Map<String, Integer> versions) {
        handle.createUpdate("insert into review (id, as_of, versions) values (:id, :asOf, cast(:versions as jsonb))")
                .bind("id", id)
                .bind("asOf", asOf)
                .bind("versions", json(versions))
                .execute();
    }

    Optional<Started> find(Handle handle, UUID id) {
        return handle.createQuery(
                        "select id, as_of, versions, snapshot_at is not null as taken from review where id = :id")
                .bind("id", id)
                .map((row, context) -> new Started(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("as_of").toInstant(),
                        read(row.getString("versions"), new TypeReference<Map<String, Integer>>() {}),
                        row.getBoolean("taken")))
                .findOne();
    }

    /** Newest first, from below an id. */
    List<UUID> ids(Handle handle, @Nullable UUID below, int limit) {
        return handle.createQuery("""
                        select id from review where (cast(:below as uuid) is null or id < :below)
                        order by id desc limit :limit
                        """)
                .bind("below", below)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }

    Counts counts(Handle handle, UUID id) {
        return handle.createQuery("""
                        select count(*) as accounts, count(*) filter (where decided and problem is null) as decided,
                               count(problem) as undecided
                        from review_account where review_id = :id
                        """)
                .bind("id", id)
                .map((row, context) ->
                        new Counts(row.getInt("accounts"), row.getInt("decided"), row.getInt("undecided")))
                .one();
    }

    void addToSnapshot(Handle handle, UUID id, Map<String, ? extends Map<String, ?>> factsByAccount) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into review_account (review_id, account_id, facts)
                values (:review, :account, cast(:facts as jsonb))
                """);
        factsByAccount.forEach((account, facts) -> batch.bind("review", id)
                .bind("account", account)
                .bind("facts", json(facts))
                .add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    void snapshotTaken(Handle handle, UUID id, Instant now) {
        int updated = handle.createUpdate("update review set snapshot_at = :now where id = :id and snapshot_at is null")
                .bind("now", now)
                .bind("id", id)
                .execute();
        if (updated != 1) {
            throw new IllegalStateException("review " + id + " has a snapshot already");
        }
    }

    /** Accounts that are not through, by id, from after one. */
    List<Waiting> waiting(Handle handle, UUID id, @Nullable String after, int limit) {
        return handle.createQuery("""
                        select account_id, facts from review_account
                        where review_id = :id and not decided
                          and (cast(:after as text) is null or account_id > :after)
                        order by account_id limit :limit
                        """)
                .bind("id", id)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Waiting(
                        row.getString("account_id"),
                        read(row.getString("facts"), new TypeReference<LinkedHashMap<String, Object>>() {})))
                .list();
    }

    void through(Handle handle, UUID id, Collection<Through> accounts) {
        List<Through> all = new ArrayList<>(accounts);
        int updated = handle.createUpdate("""
                        update review_account a set decided = true, problem = t.problem
                        from unnest(:accounts, :problems) as t (account, problem)
                        where a.review_id = :id and a.account_id = t.account and not a.decided
                        """)
                .bind("id", id)
                .bindArray(
                        "accounts",
                        String.class,
                        all.stream().map(Through::account).toArray())
                .bindArray(
                        "problems",
                        String.class,
                        all.stream().map(Through::problem).toArray())
                .execute();
        if (updated != all.size()) {
            throw new IllegalStateException(
                    "review " + id + ": " + updated + " of " + all.size() + " accounts were waiting");
        }
    }

    /** Accounts that some policy could not decide, by id, from after one. */
    List<Through> problems(Handle handle, UUID id, @Nullable String after, int limit) {
        return handle.createQuery("""
                        select account_id, problem from review_account
                        where review_id = :id and problem is not null
                          and (cast(:after as text) is null or account_id > :after)
                        order by account_id limit :limit
                        """)
                .bind("id", id)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Through(row.getString("account_id"), row.getString("problem")))
                .list();
    }

    void finished(Handle handle, UUID id, Instant now) {
        handle.createUpdate("update review set finished_at = :now where id = :id and finished_at is null")
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    Optional<UUID> latestFinished(Handle handle) {
        return handle.createQuery(
                        "select id from review where finished_at is not null order by finished_at desc limit 1")
                .mapTo(UUID.class)
                .findOne();
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value that is no JSON: " + value, e);
        }
    }

    private <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON of the kind expected: " + json, e);
        }
    }
}
