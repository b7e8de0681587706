package dev.keyline.events;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.keyline.kafka.ReceivedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The table {@code refused_event}. */
final class EventStore {
    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();
    private static final int SHOWN_BYTES = 10_000;

    private EventStore() {}

    /** Puts records aside; one that was put aside before stays as it is. */
    static void refuse(Handle handle, Map<ReceivedRecord, String> refused, Instant now) {
        if (refused.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into refused_event (id, topic, partition, position, sent_at, refused_at, reason, key, value)
                values (:id, :topic, :partition, :position, :sentAt, :now, :reason, :key, :value)
                on conflict (topic, partition, position, sent_at) do nothing
                """);
        refused.forEach((record, reason) -> batch.bind("id", IDS.generate())
                .bind("topic", record.topic())
                .bind("partition", record.partition())
                .bind("position", record.position())
                .bind("sentAt", record.sentAt())
                .bind("now", now)
                .bind("reason", reason.replace("\0", "\\u0000")) // which PostgreSQL's text cannot hold
                .bind("key", record.key())
                .bind("value", record.value())
                .add());
        batch.execute();
    }

    /** Newest first, from below an id. */
    static List<RefusedEvent> refused(Handle handle, @Nullable UUID below, int limit) {
        return handle.createQuery("""
                        select id, topic, partition, position, sent_at, refused_at, reason,
                               substring(key for :shown) as key, substring(value for :shown) as value
                        from refused_event where (cast(:below as uuid) is null or id < :below)
                        order by id desc limit :limit
                        """)
                .bind("shown", SHOWN_BYTES)
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> new RefusedEvent(
                        row.getObject("id", UUID.class),
                        row.getString("topic"),
                        row.getInt("partition"),
                        row.getLong("position"),
                        row.getTimestamp("sent_at").toInstant(),
                        row.getTimestamp("refused_at").toInstant(),
                        row.getString("reason"),
                        text(row.getBytes("key")),
                        text(row.getBytes("value"))))
                .list();
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
