package dev.keyline.policy;

import dev.keyline.engine.PolicyText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that never changes.
 *
 * @param number from 1, by policy
 * @param sha256 of the text in UTF-8, and of what it imports where it imports something, in hexadecimal
 * @param path where the file stands in the repository
 * @param imports models that the text imports, beside the vocabulary
 * @param parent the version it was made from; null for a policy's first
 * @param merged another version whose changes it took over; null: none
 * @param message why it was made; null for what a release ships
 */
public record PolicyVersion(
        String policy,
        int number,
        String sha256,
        String path,
        String text,
        List<PolicyText> imports,
        Origin origin,
        String author,
        @Nullable Integer parent,
        @Nullable Integer merged,
        @Nullable String message,
        Instant createdAt) {
    public PolicyVersion {
        imports = List.copyOf(imports);
    }

    /** The version as the engine takes it. */
    public PolicyText asText() {
        return new PolicyText(policy, path, text, imports);
    }
}
