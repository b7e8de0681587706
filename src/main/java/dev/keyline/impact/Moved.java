package dev.keyline.impact;

import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A value that would be another. */
@Schema(description = "A value that would be another.")
public record Moved(
        @Schema(description = "What it is now; null: none.", nullable = true) @Nullable
        String before,

        @Schema(description = "What it would be; null: none.", nullable = true) @Nullable
        String after) {

    /** A component of a policy's outcome; null where it does not change. */
    static @Nullable Moved of(Subject subject, String policy, String component) {
        String before = part(subject.before().answer(policy), component);
        String after = part(subject.after().answer(policy), component);
        return Objects.equals(before, after) ? null : new Moved(before, after);
    }

    private static @Nullable String part(@Nullable Answer answer, String component) {
        return answer != null && answer.outcome() instanceof Map<?, ?> components && components.get(component) != null
                ? String.valueOf(components.get(component))
                : null;
    }
}
