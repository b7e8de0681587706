package dev.keyline.accountplan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code account_plan} and {@code account_plan_version}. */
@Singleton
class PlanStore {
    /** A plan as it stands in the table. */
    record Stored(PlanDocument document, long revision, Instant updatedAt, String updatedBy) {}

    private final ObjectMapper mapper;

    @Inject
    PlanStore(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Optional<Stored> find(Handle handle, String account) {
        return handle.createQuery("select * from account_plan where account_id = :account")
                .bind("account", account)
                .map((row, context) -> new Stored(
                        document(row),
                        row.getLong("revision"),
                        row.getTimestamp("updated_at").toInstant(),
                        row.getString("updated_by")))
                .findOne();
    }

    /** Writes a new version, in a transaction that holds the account. */
    void write(Handle handle, String account, PlanVersion version) {
        String document = json(version.plan());
        int written = handle.createUpdate("""
                        insert into account_plan (account_id, revision, document, updated_at, updated_by)
                        values (:account, :number, jsonb_strip_nulls(cast(:document as jsonb)), :at, :by)
                        on conflict (account_id) do update
                        set revision = excluded.revision, document = excluded.document,
                            updated_at = excluded.updated_at, updated_by = excluded.updated_by
                        where account_plan.revision = excluded.revision - 1
                        """)
                .bind("account", account)
                .bind("number", version.number())
                .bind("document", document)
                .bind("at", version.createdAt())
                .bind("by", version.author())
                .execute();
        if (written != 1) {
            throw new IllegalStateException("the plan of " + account + " is not at " + (version.number() - 1));
        }
        handle.createUpdate("""
                        insert into account_plan_version (account_id, number, document, message, author, created_at)
                        select account_id, revision, document, :message, updated_by, updated_at
                        from account_plan where account_id = :account
                        """)
                .bind("account", account)
                .bind("message", version.message())
                .execute();
    }

    Optional<PlanVersion> version(Handle handle, String account, long number) {
        return handle.createQuery("select * from account_plan_version where account_id = :account and number = :number")
                .bind("account", account)
                .bind("number", number)
                .map((row, context) -> new PlanVersion(
                        row.getLong("number"),
                        row.getString("message"),
                        row.getString("author"),
                        row.getTimestamp("created_at").toInstant(),
                        document(row)))
                .findOne();
    }

    /** Newest first, from below a number. */
    List<PlanChange> versions(Handle handle, String account, @Nullable Long below, int limit) {
        return handle.createQuery("""
                        select number, message, author, created_at from account_plan_version
                        where account_id = :account and (cast(:below as bigint) is null or number < :below)
                        order by number desc limit :limit
                        """)
                .bind("account", account)
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> new PlanChange(
                        row.getLong("number"),
                        row.getString("message"),
                        row.getString("author"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    private PlanDocument document(ResultSet row) throws SQLException {
        try {
            return mapper.readValue(row.getString("document"), PlanDocument.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the plan of " + row.getString("account_id") + " is no plan", e);
        }
    }

    private String json(PlanDocument document) {
        try {
            return mapper.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan that is no JSON", e);
        }
    }
}
