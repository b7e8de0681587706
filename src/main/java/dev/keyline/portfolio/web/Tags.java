package dev.keyline.portfolio.web;

import dev.keyline.http.StaleException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entity tags: what a caller has read, held against what is there. */
final class Tags {
    private Tags() {}

    static String of(Object version) {
        return "\"" + version + "\"";
    }

    /**
     * Checks an If-Match header.
     *
     * @param current the tag of what is there, empty when nothing is
     * @throws StaleException when the header names tags and none is the current one
     */
    static void check(@Nullable String ifMatch, Optional<String> current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return;
        }
        boolean matches = current.isPresent()
                && Arrays.stream(ifMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(current.get()));
        if (!matches) {
            throw new StaleException(current.orElse("no entity tag, because it does not exist"));
        }
    }
}
