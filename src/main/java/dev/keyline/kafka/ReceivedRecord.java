package dev.keyline.kafka;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read.
 *
 * @param position its offset in the partition
 * @param sentAt when it was written, by the writer's or the broker's clock
 * @param headers the last of each name, as text
 * @param value null: a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ReceivedRecord(
        String topic,
        int partition,
        long position,
        Instant sentAt,
        Map<String, String> headers,
        byte @Nullable [] key,
        byte @Nullable [] value) {}
