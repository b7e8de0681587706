package dev.keyline.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code policy_draft}. */
final class DraftStore {
    private DraftStore() {}

    static Optional<Draft> find(Handle handle, String policy, String author) {
        return find(handle, policy, author, "");
    }

    /** As {@link #find}; nobody else changes it until the transaction ends. */
    static Optional<Draft> lock(Handle handle, String policy, String author) {
        return find(handle, policy, author, "for update");
    }

    private static Optional<Draft> find(Handle handle, String policy, String author, String locking) {
        return handle.createQuery("select * from policy_draft where policy = :policy and author = :author " + locking)
                .bind("policy", policy)
                .bind("author", author)
                .map((row, context) -> draft(row))
                .findOne();
    }

    /** By author. */
    static List<Draft> of(Handle handle, String policy) {
        return handle.createQuery("select * from policy_draft where policy = :policy order by author")
                .bind("policy", policy)
                .map((row, context) -> draft(row))
                .list();
    }

    /** Whose drafts there are: a policy and an author each. */
    record Owner(String policy, String author) {}

    static List<Owner> owners(Handle handle) {
        return handle.createQuery("select policy, author from policy_draft order by policy, author")
                .map((row, context) -> new Owner(row.getString("policy"), row.getString("author")))
                .list();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getString("policy"),
                row.getString("author"),
                TextsJson.read(row.getString("texts")),
                row.getObject("base", Integer.class),
                row.getObject("merged", Integer.class),
                row.getLong("revision"),
                row.getTimestamp("updated_at").toInstant(),
                row.getString("message"));
    }

    /** Returns false when the author has one already. */
    static boolean insert(Handle handle, Draft draft) {
        return handle.createUpdate("""
                                insert into policy_draft
                                  (policy, author, texts, base, merged, revision, message, created_at, updated_at)
                                values (:policy, :author, cast(:texts as jsonb), :base, :merged, :revision, :message,
                                        :updatedAt, :updatedAt)
                                on conflict do nothing
                                """)
                        .bind("policy", draft.policy())
                        .bind("author", draft.author())
                        .bind("texts", TextsJson.write(draft.texts()))
                        .bind("base", draft.baseVersion())
                        .bind("merged", draft.mergedVersion())
                        .bind("revision", draft.revision())
                        .bind("message", draft.message())
                        .bind("updatedAt", draft.updatedAt())
                        .execute()
                == 1;
    }

    /** Replaces the revision before it. */
    static void update(Handle handle, Draft draft) {
        int updated = handle.createUpdate("""
                        update policy_draft
                        set texts = cast(:texts as jsonb), base = :base, merged = :merged, revision = :revision,
                            message = :message, updated_at = :updatedAt
                        where policy = :policy and author = :author and revision = :revision - 1
                        """)
                .bind("policy", draft.policy())
                .bind("author", draft.author())
                .bind("texts", TextsJson.write(draft.texts()))
                .bind("base", draft.baseVersion())
                .bind("merged", draft.mergedVersion())
                .bind("revision", draft.revision())
                .bind("message", draft.message())
                .bind("updatedAt", draft.updatedAt())
                .execute();
        if (updated != 1) {
            throw new IllegalStateException("a locked draft of " + draft.policy() + " has changed");
        }
    }

    static void delete(Handle handle, String policy, String author) {
        int deleted = handle.createUpdate("delete from policy_draft where policy = :policy and author = :author")
                .bind("policy", policy)
                .bind("author", author)
                .execute();
        if (deleted != 1) {
            throw new IllegalStateException("a locked draft of " + policy + " is gone");
        }
    }

    static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
