package dev.keyline.policy;

import dev.keyline.engine.PolicyText;
import java.time.Instant;

/**
 * A text that never changes.
 *
 * @param number from 1, by policy
 * @param sha256 of the text in UTF-8, in hexadecimal
 * @param path where the file stands in the repository
 */
public record PolicyVersion(
        String policy,
        int number,
        String sha256,
        String path,
        String text,
        Origin origin,
        String author,
        Instant createdAt) {

    PolicyText asText() {
        return new PolicyText(policy, path, text);
    }
}
