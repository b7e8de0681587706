package dev.keyline.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version without its text; see {@link PolicyVersion}. */
public record VersionHead(
        String policy,
        int number,
        String sha256,
        String path,
        Origin origin,
        String author,
        @Nullable Integer parent,
        @Nullable Integer merged,
        @Nullable String message,
        Instant createdAt) {}
