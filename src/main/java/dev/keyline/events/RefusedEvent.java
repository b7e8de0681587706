package dev.keyline.events;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event that was put aside. */
public record RefusedEvent(
        @Schema(description = "Its id here.") UUID id,
        @Schema(description = "The topic it came by.") String topic,
        @Schema(description = "The topic's partition.") int partition,

        @Schema(description = "Its offset in the partition.")
        long position,

        @Schema(description = "When it was written.") Instant sentAt,
        @Schema(description = "When it was put aside.") Instant refusedAt,

        @Schema(description = "What is wrong with it, with JSON pointers.")
        String reason,

        @Schema(description = "Its key as text.", nullable = true) @Nullable
        String key,

        @Schema(description = "Its value as text, the first 10,000 bytes.", nullable = true) @Nullable
        String value) {}
