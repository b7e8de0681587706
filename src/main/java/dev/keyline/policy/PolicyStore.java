package dev.keyline.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables {@code policy_version} and {@code policy_in_force}. */
final class PolicyStore {
    /** Where replicas hear that a pointer was written or called off. */
    static final String CHANNEL = "keyline_policies";

    private PolicyStore() {}

    /** One writer at a time, so that two replicas that start together number versions alike. */
    static void lock(Handle handle) {
        handle.execute("lock table policy_version in share row exclusive mode");
    }

    static Optional<PolicyVersion> version(Handle handle, String policy, int number) {
        return handle.createQuery("select * from policy_version where policy = :policy and number = :number")
                .bind("policy", policy)
                .bind("number", number)
                .map((row, context) -> version(row))
                .findOne();
    }

    static Optional<PolicyVersion> versionOf(Handle handle, String policy, String sha256) {
        return handle.createQuery("""
                        select * from policy_version where policy = :policy and sha256 = :sha256
                        order by number limit 1
                        """)
                .bind("policy", policy)
                .bind("sha256", sha256)
                .map((row, context) -> version(row))
                .findOne();
    }

    static Optional<PolicyVersion> newest(Handle handle, String policy) {
        return handle.createQuery("select * from policy_version where policy = :policy order by number desc limit 1")
                .bind("policy", policy)
                .map((row, context) -> version(row))
                .findOne();
    }

    /** A policy's versions without their texts, newest first. */
    static List<VersionHead> heads(Handle handle, String policy) {
        return handle.createQuery("""
                        select policy, number, sha256, path, origin, author, parent, merged, message, created_at,
                               jsonb_path_query_array(imports, '$[*].path') as imported
                        from policy_version where policy = :policy order by number desc
                        """)
                .bind("policy", policy)
                .map((row, context) -> new VersionHead(
                        row.getString("policy"),
                        row.getInt("number"),
                        row.getString("sha256"),
                        row.getString("path"),
                        TextsJson.paths(row.getString("imported")),
                        Origin.named(row.getString("origin")),
                        row.getString("author"),
                        row.getObject("parent", Integer.class),
                        row.getObject("merged", Integer.class),
                        row.getString("message"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /** Of everything that has a version, the vocabulary and the catalogue among them. */
    static List<String> names(Handle handle) {
        return handle.createQuery("select distinct policy from policy_version order by policy")
                .mapTo(String.class)
                .list();
    }

    private static PolicyVersion version(ResultSet row) throws SQLException {
        return new PolicyVersion(
                row.getString("policy"),
                row.getInt("number"),
                row.getString("sha256"),
                row.getString("path"),
                row.getString("text"),
                TextsJson.read(row.getString("imports")),
                Origin.named(row.getString("origin")),
                row.getString("author"),
                row.getObject("parent", Integer.class),
                row.getObject("merged", Integer.class),
                row.getString("message"),
                row.getTimestamp("created_at").toInstant());
    }

    /** Returns its number, the next of the policy. To be called under {@link #lock}. */
    static int insert(Handle handle, NewVersion version, Instant now) {
        return handle.createQuery("""
                        insert into policy_version
                          (policy, number, sha256, path, text, imports, origin, author, parent, merged, message, created_at)
                        select :policy, coalesce(max(number), 0) + 1, :sha256, :path, :text, cast(:imports as jsonb),
                               :origin, :author, :parent, :merged, :message, :now
                        from policy_version where policy = :policy
                        returning number
                        """)
                .bind("policy", version.text().id())
                .bind("sha256", version.sha256())
                .bind("path", version.text().path())
                .bind("text", version.text().text())
                .bind("imports", TextsJson.write(version.imports()))
                .bind("origin", version.origin().word())
                .bind("author", version.author())
                .bind("parent", version.parent())
                .bind("merged", version.merged())
                .bind("message", version.message())
                .bind("now", now)
                .mapTo(Integer.class)
                .one();
    }

    /** The newest version that a release has shipped; empty for an analyst's own policy. */
    static Optional<Integer> newestShipped(Handle handle, String policy) {
        return handle.createQuery("""
                        select number from policy_version where policy = :policy and origin = 'shipped'
                        order by number desc limit 1
                        """)
                .bind("policy", policy)
                .mapTo(Integer.class)
                .findOne();
    }

    /** All pointers, each policy's in the order of time. */
    static Timeline inForce(Handle handle) {
        return new Timeline(handle.createQuery("""
                        select policy, version, since, since = '-infinity' as first
                        from policy_in_force where called_off_at is null order by policy, since
                        """)
                .map((row, context) -> new InForce(
                        row.getString("policy"),
                        row.getObject("version", Integer.class),
                        row.getBoolean("first")
                                ? Instant.MIN
                                : row.getTimestamp("since").toInstant()))
                .list());
    }

    /** Writes a pointer, and tells every replica once the transaction has committed. */
    static void putInForce(Handle handle, InForce pointer, String by, Instant now) {
        int put = handle.createUpdate("""
                        insert into policy_in_force (policy, version, since, set_by, set_at)
                        values (:policy, :version, coalesce(cast(:since as timestamptz), '-infinity'), :by, :now)
                        """)
                .bind("policy", pointer.policy())
                .bind("version", pointer.version())
                .bind("since", pointer.since().equals(Instant.MIN) ? null : pointer.since())
                .bind("by", by)
                .bind("now", now)
                .execute();
        if (put != 1) {
            throw new IllegalStateException("a pointer to " + pointer + " was not written");
        }
        tell(handle);
    }

    /** Takes back a pointer that lies ahead. */
    static void callOff(Handle handle, InForce pointer, String by, Instant now) {
        int calledOff = handle.createUpdate("""
                        update policy_in_force set called_off_at = :now, called_off_by = :by
                        where policy = :policy and since = :since and called_off_at is null
                        """)
                .bind("policy", pointer.policy())
                .bind("since", pointer.since())
                .bind("by", by)
                .bind("now", now)
                .execute();
        if (calledOff != 1) {
            throw new IllegalStateException("there is no pointer " + pointer);
        }
        tell(handle);
    }

    private static void tell(Handle handle) {
        handle.execute("notify " + CHANNEL);
    }
}
