package dev.keyline.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version without its text; see {@link PolicyVersion}.
 *
 * @param imports where the files that it imports stand
 */
public record VersionHead(
        String policy,
        int number,
        String sha256,
        String path,
        List<String> imports,
        Origin origin,
        String author,
        @Nullable Integer parent,
        @Nullable Integer merged,
        @Nullable String message,
        Instant createdAt) {
    public VersionHead {
        imports = List.copyOf(imports);
    }
}
