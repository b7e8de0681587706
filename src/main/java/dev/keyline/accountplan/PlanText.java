package dev.keyline.accountplan;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What people write: said, not endless, and of characters that a database keeps. */
final class PlanText {
    private static final int MAX_CHARACTERS = 4_000;

    private PlanText() {}

    /** Why it cannot be taken; empty when it can. */
    static Optional<String> refusal(String text) {
        if (text.isBlank()) {
            return Optional.of("is blank");
        }
        if (text.length() > MAX_CHARACTERS) {
            return Optional.of("is longer than " + MAX_CHARACTERS + " characters");
        }
        return isStorable(text) ? Optional.empty() : Optional.of("holds a character that no text has");
    }

    /** The database takes neither NUL nor half a character. */
    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0
                && new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text);
    }
}
