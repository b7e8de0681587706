package dev.keyline.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables {@code policy_version} and {@code policy_in_force}. */
final class PolicyStore {
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
        return handle.createQuery("select * from policy_version where policy = :policy and sha256 = :sha256")
                .bind("policy", policy)
                .bind("sha256", sha256)
                .map((row, context) -> version(row))
                .findOne();
    }

    private static PolicyVersion version(ResultSet row) throws SQLException {
        return new PolicyVersion(
                row.getString("policy"),
                row.getInt("number"),
                row.getString("sha256"),
                row.getString("path"),
                row.getString("text"),
                Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                row.getString("author"),
                row.getTimestamp("created_at").toInstant());
    }

    static int insertShipped(Handle handle, String policy, String sha256, String path, String text, Instant now) {
        return handle.createQuery("""
                        insert into policy_version (policy, number, sha256, path, text, origin, author, created_at)
                        select :policy, coalesce(max(number), 0) + 1, :sha256, :path, :text, 'shipped', 'release', :now
                        from policy_version where policy = :policy
                        returning number
                        """)
                .bind("policy", policy)
                .bind("sha256", sha256)
                .bind("path", path)
                .bind("text", text)
                .bind("now", now)
                .mapTo(Integer.class)
                .one();
    }

    /** All pointers, each policy's in the order of time. */
    static List<InForce> inForce(Handle handle) {
        return handle.createQuery("""
                        select policy, version, since, since = '-infinity' as first
                        from policy_in_force order by policy, since
                        """)
                .map((row, context) -> new InForce(
                        row.getString("policy"),
                        row.getInt("version"),
                        row.getBoolean("first")
                                ? Instant.MIN
                                : row.getTimestamp("since").toInstant()))
                .list();
    }

    static void putInForce(Handle handle, InForce pointer, String by, Instant now) {
        handle.createUpdate("""
                        insert into policy_in_force (policy, version, since, set_by, set_at)
                        values (:policy, :version, coalesce(cast(:since as timestamptz), '-infinity'), :by, :now)
                        """)
                .bind("policy", pointer.policy())
                .bind("version", pointer.version())
                .bind("since", pointer.since().equals(Instant.MIN) ? null : pointer.since())
                .bind("by", by)
                .bind("now", now)
                .execute();
    }
}
