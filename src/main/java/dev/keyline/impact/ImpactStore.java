package dev.keyline.impact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The tables {@code impact} and {@code impact_account}. */
@Singleton
class ImpactStore {
    /** What an impact is made from. */
    record Rehearsed(List<RehearsedPolicy.Text> texts, Scope scope, boolean replan) {}

    /** What came out; a part that the scope leaves out is null. */
    record Result(
            @Nullable AccountsImpact accounts,
            @Nullable StaffingImpact staffing,
            @Nullable String staffingProblem,
            CallersImpact callers) {}

    /** An impact as it is stored. */
    record Row(
            UUID id,
            Instant asOf,
            Rehearsed asked,
            @Nullable Result result) {}

    private final ObjectMapper mapper;

    @Inject
    ImpactStore(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void insert(Handle handle, UUID id, Instant asOf, Rehearsed asked) {
        handle.createUpdate("insert into impact (id, as_of, asked) values (:id, :asOf, cast(:asked as jsonb))")
                .bind("id", id)
                .bind("asOf", asOf)
                .bind("asked", json(asked))
                .execute();
    }

    Optional<Row> find(Handle handle, UUID id) {
        return handle.createQuery("select * from impact where id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** Newest first, from below an id. */
    List<Row> list(Handle handle, @Nullable UUID below, int limit) {
        return handle.createQuery("""
                        select * from impact where (cast(:below as uuid) is null or id < :below)
                        order by id desc limit :limit
                        """)
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list();
    }

    private Row row(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new Row(
                row.getObject("id", UUID.class),
                row.getTimestamp("as_of").toInstant(),
                read(row.getString("asked"), Rehearsed.class),
                result == null ? null : read(result, Result.class));
    }

    void insert(Handle handle, UUID id, Collection<ChangedAccount> changes) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into impact_account (impact_id, account_id, change)
                values (:impact, :account, cast(:change as jsonb))
                """);
        changes.forEach(change -> batch.bind("impact", id)
                .bind("account", change.account())
                .bind("change", json(change))
                .add());
        if (batch.size() == 0) {
            return;
        }
        // a batch that the driver has joined into one statement counts each row as "some"
        long inserted =
                Arrays.stream(batch.execute()).filter(count -> count != 0).count();
        if (inserted != changes.size()) {
            throw new IllegalStateException("wrote " + inserted + " of " + changes.size() + " changed accounts");
        }
    }

    /** By id, from after one. */
    List<ChangedAccount> changed(Handle handle, UUID id, @Nullable String after, int limit) {
        return handle.createQuery("""
                        select change from impact_account
                        where impact_id = :id and (cast(:after as text) is null or account_id > :after)
                        order by account_id limit :limit
                        """)
                .bind("id", id)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> read(row.getString("change"), ChangedAccount.class))
                .list();
    }

    /** Of a run that was interrupted or cancelled. */
    static void clear(Handle handle, UUID id) {
        handle.createUpdate("delete from impact_account where impact_id = :id")
                .bind("id", id)
                .execute();
    }

    void finished(Handle handle, UUID id, Result result) {
        int updated = handle.createUpdate("update impact set result = cast(:result as jsonb) where id = :id")
                .bind("result", json(result))
                .bind("id", id)
                .execute();
        if (updated != 1) {
            throw new IllegalStateException("there is no impact " + id);
        }
    }

    /** The ids of a scope's accounts. */
    static List<String> accounts(Handle handle, Scope scope) {
        return handle.createQuery("""
                        with recursive under as (
                          select id from account_group where id = :group
                          union select g.id from account_group g join under on g.parent_id = under.id)
                        select a.id from account a
                        where (cast(:region as text) is null or a.region = :region)
                          and (cast(:group as text) is null or a.group_id in (select id from under))
                          and (cast(:tier as text) is null or exists (
                            select 1 from account_outcome o
                            where o.account_id = a.id and o.policy = 'account-tier' and o.outcome ->> 'tier' = :tier))
                        order by a.id
                        """)
                .bind("region", scope.region())
                .bind("group", scope.group())
                .bind("tier", scope.tier())
                .mapTo(String.class)
                .list();
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value that is no JSON: " + value, e);
        }
    }

    private <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON of the kind expected: " + json, e);
        }
    }
}
