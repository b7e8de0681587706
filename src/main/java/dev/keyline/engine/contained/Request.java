package dev.keyline.engine.contained;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.engine.PolicyText;
import dev.keyline.http.InputError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker is asked.
 *
 * @param key of the texts, a SHA-256
 * @param texts null when the worker should have them
 * @param body what the operation takes
 */
record Request(Operation operation, String key, @Nullable List<PolicyText> texts, JsonNode body) {

    /** What a worker answers: exactly one of these. */
    record Reply(
            @Nullable JsonNode answer,
            boolean missing,
            @Nullable Rejection rejected,
            @Nullable InputError unknown,
            @Nullable String failed) {

        boolean succeeded() {
            return !missing && rejected == null && unknown == null && failed == null;
        }

        static Reply of(JsonNode answer) {
            return new Reply(answer, false, null, null, null);
        }

        /** The texts are not known to this worker (any more): ask again with them. */
        static Reply missingTexts() {
            return new Reply(null, true, null, null, null);
        }

        static Reply rejected(String path, List<String> problems) {
            return new Reply(null, false, new Rejection(path, problems), null, null);
        }

        static Reply unknown(InputError error) {
            return new Reply(null, false, null, error, null);
        }

        static Reply failed(String reason) {
            return new Reply(null, false, null, null, reason);
        }
    }

    /** A text that is no model. */
    record Rejection(String path, List<String> problems) {}
}
