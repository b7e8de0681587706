package dev.keyline.audit;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The tables {@code audit_entry} and {@code audit_head}. */
final class AuditStore {
    private static final int AT_ONCE = 1000;

    private static final RowMapper<AuditEntry> ENTRY = (row, context) -> new AuditEntry(
            row.getLong("number"),
            row.getTimestamp("at").toInstant(),
            row.getString("actor"),
            row.getString("action"),
            row.getString("subject"),
            Canonical.details(row.getString("details")),
            row.getString("previous_hash"),
            row.getString("hash"));

    private AuditStore() {}

    static AuditHead head(Handle handle) {
        return head(handle, "select entries, hash from audit_head");
    }

    /** Nobody else adds an entry until the transaction ends. */
    static AuditHead lockHead(Handle handle) {
        return head(handle, "select entries, hash from audit_head for update");
    }

    private static AuditHead head(Handle handle, String query) {
        return handle.createQuery(query)
                .map((row, context) -> new AuditHead(row.getLong("entries"), row.getString("hash")))
                .one();
    }

    static void append(Handle handle, AuditEntry entry) {
        int appended = handle.createUpdate("""
                        with entry as (
                          insert into audit_entry (number, at, actor, action, subject, details, previous_hash, hash)
                          values (:number, :at, :actor, :action, :subject, cast(:details as jsonb), :previous, :hash)
                          returning number, hash)
                        update audit_head set entries = entry.number, hash = entry.hash from entry
                        """)
                .bind("number", entry.number())
                .bind("at", entry.at())
                .bind("actor", entry.actor())
                .bind("action", entry.action())
                .bind("subject", entry.subject())
                .bind("details", Canonical.json(entry.details()))
                .bind("previous", entry.previousHash())
                .bind("hash", entry.hash())
                .execute();
        if (appended != 1) {
            throw new IllegalStateException("the end of the audit trail is gone");
        }
    }

    /** Newest first, from below a number. */
    static List<AuditEntry> page(Handle handle, AuditFilter filter, @Nullable Long below, int limit) {
        return handle.createQuery("""
                        select * from audit_entry
                        where (cast(:below as bigint) is null or number < :below)
                          and (cast(:actor as text) is null or actor = :actor)
                          and (cast(:action as text) is null or action = :action)
                          and (cast(:subject as text) is null or subject = :subject)
                          and (cast(:from as timestamptz) is null or at >= :from)
                          and (cast(:to as timestamptz) is null or at < :to)
                        order by number desc limit :limit
                        """)
                .bind("below", below)
                .bind("actor", filter.actor())
                .bind("action", filter.action())
                .bind("subject", filter.subject())
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bind("limit", limit)
                .map(ENTRY)
                .list();
    }

    /** Every entry in order, never all of them in memory. To be called in a transaction. */
    static void forEach(Handle handle, Consumer<AuditEntry> reader) {
        try (Stream<AuditEntry> entries =
                handle
                        .createQuery("select * from audit_entry order by number")
                        .setFetchSize(AT_ONCE)
                        .map(ENTRY)
                        .stream()) {
            entries.forEach(reader);
        }
    }
}
