package dev.keyline.job;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Long work and how far it is.
 *
 * @param progress from 0 to 1
 * @param startedAt when it was first taken up; null while it waits for a free worker
 * @param failure why it failed, in words; null unless it did
 */
public record Job(
        UUID id,
        String kind,
        JobState state,
        double progress,
        @Nullable String failure,
        Instant createdAt,
        String createdBy,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Time left at the pace so far; null when nothing can be said yet. */
    public @Nullable Duration remaining(Instant now) {
        if (state != JobState.RUNNING || startedAt == null || progress <= 0) {
            return null;
        }
        double elapsed = Duration.between(startedAt, now).toMillis();
        return Duration.ofMillis(Math.round(elapsed * (1 - progress) / progress));
    }
}
