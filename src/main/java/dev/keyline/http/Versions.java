package dev.keyline.http;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags of things that are edited, from the version number their row counts. */
public final class Versions {
    private Versions() {}

    /** The {@code ETag} of that version. */
    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * Holds an edit to the state it was made on.
     *
     * @param ifMatch the request's {@code If-Match}: a tag, several with commas, or {@code *}
     * @param version the version the row has now, read in the transaction that changes it
     * @throws StaleException when it names another version
     * @throws Refusal 428, when it is absent
     */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        String current = "\"" + version + "\"";
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new PreconditionRequiredException(current);
        }
        if (Arrays.stream(ifMatch.split(",", -1)).map(String::strip).noneMatch(tag -> matches(tag, current))) {
            throw new StaleException(current);
        }
    }

    private static boolean matches(String tag, String current) {
        return tag.equals("*") || tag.equals(current);
    }
}
