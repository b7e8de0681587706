package dev.keyline.policy;

import dev.keyline.engine.PolicyText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text about to become a version. */
record NewVersion(
        PolicyText text,
        List<PolicyText> imports,
        Origin origin,
        String author,
        @Nullable Integer parent,
        @Nullable Integer merged,
        @Nullable String message) {
    static final String RELEASE = "release";

    static NewVersion shipped(PolicyText file, @Nullable Integer parent) {
        return new NewVersion(file, List.of(), Origin.SHIPPED, RELEASE, parent, null, null);
    }

    static NewVersion edited(Draft draft, String message) {
        return new NewVersion(
                draft.text(),
                draft.texts().subList(1, draft.texts().size()),
                Origin.EDITED,
                draft.author(),
                draft.baseVersion(),
                draft.mergedVersion(),
                message);
    }

    /** Of the text in UTF-8, and of what it imports where it imports something. */
    String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(text.text().getBytes(StandardCharsets.UTF_8));
            imports.forEach(imported ->
                    digest.update((imported.path() + "\n" + imported.text()).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
