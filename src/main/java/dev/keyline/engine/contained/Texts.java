package dev.keyline.engine.contained;

import dev.keyline.engine.PolicyText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Texts that belong together and were let in.
 *
 * @param all the one that is asked first
 * @param key a SHA-256 of all of them
 */
public record Texts(List<PolicyText> all, String key) {
    /**
     * Lets texts in.
     *
     * @throws dev.keyline.engine.RejectedTextException when one is refused at the {@link Door}
     */
    public static Texts of(List<PolicyText> texts) {
        Door.admit(texts);
        return new Texts(List.copyOf(texts), key(texts));
    }

    /** Of the first. */
    String path() {
        return all.get(0).path();
    }

    private static String key(List<PolicyText> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (PolicyText text : texts) {
                for (String part : List.of(text.id(), text.path(), text.text())) {
                    digest.update(part.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0); // no XML holds it
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
