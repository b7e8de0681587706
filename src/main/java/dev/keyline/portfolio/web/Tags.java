package dev.keyline.portfolio.web;

import dev.keyline.http.StaleException;
import dev.keyline.http.Versions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** If-Match on what may be written without having been read: a CRM that knows an account's id need not ask first. */
final class Tags {
    private Tags() {}

    /**
     * Holds a write to the state it was made on, when it names one.
     *
     * @param version of what is there, empty when nothing is
     * @throws StaleException when the header names another version
     */
    static void check(@Nullable String ifMatch, Optional<Long> version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return;
        }
        Versions.requireMatch(
                ifMatch, version.orElseThrow(() -> new StaleException("no tag, because it does not exist")));
    }
}
