package dev.keyline.coverage;

import dev.keyline.http.BadInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which of a plan's assignments are asked for. */
public enum Shown {
    ALL("true"),
    UNCOVERED("manager_id is null"),
    SPONSOR_MISSING("sponsor_missing"),
    MOVED("moved"),
    PINNED("pinned");

    private final String condition;

    Shown(String condition) {
        this.condition = condition;
    }

    /** In SQL, over {@code plan_assignment}. */
    String condition() {
        return condition;
    }

    /**
     * From the query parameter {@code show}.
     *
     * @throws BadInputException naming {@code show}
     */
    public static Shown of(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return ALL;
        }
        for (Shown shown : values()) {
            if (shown.words().equals(words)) {
                return shown;
            }
        }
        throw new BadInputException(
                "show",
                "must be one of " + Arrays.stream(values()).map(Shown::words).collect(Collectors.joining(", ")));
    }

    private String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
