package dev.keyline.job;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The table {@code job}. */
final class JobStore {
    private static final RowMapper<Job> JOB = (row, context) -> new Job(
            row.getObject("id", UUID.class),
            row.getString("kind"),
            JobState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
            row.getDouble("progress"),
            row.getString("failure"),
            row.getTimestamp("created_at").toInstant(),
            row.getString("created_by"),
            instant(row.getTimestamp("started_at")),
            instant(row.getTimestamp("finished_at")));

    private JobStore() {}

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    static void insert(Handle handle, UUID id, String kind, String caller, Instant now) {
        handle.createUpdate("""
                        insert into job (id, kind, state, created_at, created_by)
                        values (:id, :kind, 'running', :now, :caller)
                        """)
                .bind("id", id)
                .bind("kind", kind)
                .bind("now", now)
                .bind("caller", caller)
                .execute();
    }

    static Optional<Job> find(Handle handle, UUID id) {
        return handle.createQuery("select * from job where id = :id")
                .bind("id", id)
                .map(JOB)
                .findOne();
    }

    static List<Job> running(Handle handle) {
        return handle.createQuery("select * from job where state = 'running' order by created_at, id")
                .map(JOB)
                .list();
    }

    /** Cancels at once what has not begun. */
    static boolean ask(Handle handle, UUID id, Asked asked, Instant now) {
        return handle.createUpdate("""
                        update job
                        set asked = :asked,
                            state = case when :cancel and started_at is null then 'cancelled' else state end,
                            finished_at = case when :cancel and started_at is null then :now::timestamptz end
                        where id = :id and state = 'running'
                        """)
                        .bind("asked", asked.name().toLowerCase(Locale.ROOT))
                        .bind("cancel", asked == Asked.CANCEL)
                        .bind("now", now)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** Returns false when it has ended before it could begin. */
    static boolean begin(Handle handle, UUID id, Instant now) {
        return handle.createUpdate("""
                        update job set started_at = coalesce(started_at, :now) where id = :id and state = 'running'
                        """).bind("now", now).bind("id", id).execute() == 1;
    }

    /** How many that were asked for before have not ended. */
    static int ahead(Handle handle, Job job) {
        return handle.createQuery("""
                        select count(*) from job where state = 'running' and (created_at, id) < (:createdAt, :id)
                        """)
                .bind("createdAt", job.createdAt())
                .bind("id", job.id())
                .mapTo(Integer.class)
                .one();
    }

    static Asked asked(Handle handle, UUID id) {
        return handle.createQuery("select asked from job where id = :id and asked is not null")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(asked -> Asked.valueOf(asked.toUpperCase(Locale.ROOT)))
                .orElse(Asked.NOTHING);
    }

    static void progress(Handle handle, UUID id, double fraction) {
        handle.createUpdate("update job set progress = :fraction where id = :id and state = 'running'")
                .bind("fraction", fraction)
                .bind("id", id)
                .execute();
    }

    static void end(Handle handle, UUID id, JobState state, @Nullable String failure, Instant now) {
        handle.createUpdate("""
                        update job
                        set state = :state, failure = :failure, finished_at = :now,
                            progress = case when :state = 'finished' then 1 else progress end
                        where id = :id and state = 'running'
                        """)
                .bind("state", state.word())
                .bind("failure", failure)
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    /** One replica runs a job: whoever holds this lock. It falls with the connection, so a killed process frees it at once. */
    static boolean tryOwn(Handle handle, UUID id) {
        return handle.createQuery("select pg_try_advisory_lock(:key)")
                .bind("key", id.getMostSignificantBits() ^ id.getLeastSignificantBits())
                .mapTo(Boolean.class)
                .one();
    }

    static void disown(Handle handle, UUID id) {
        handle.createQuery("select pg_advisory_unlock(:key)")
                .bind("key", id.getMostSignificantBits() ^ id.getLeastSignificantBits())
                .mapTo(Boolean.class)
                .one();
    }
}
