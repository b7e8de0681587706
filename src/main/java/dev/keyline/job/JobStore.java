package dev.keyline.job;

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
            Optional.ofNullable(row.getTimestamp("finished_at"))
                    .map(java.sql.Timestamp::toInstant)
                    .orElse(null));

    private JobStore() {}

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

    static boolean ask(Handle handle, UUID id, Asked asked) {
        return handle.createUpdate("update job set asked = :asked where id = :id and state = 'running'")
                        .bind("asked", asked.name().toLowerCase(Locale.ROOT))
                        .bind("id", id)
                        .execute()
                == 1;
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
