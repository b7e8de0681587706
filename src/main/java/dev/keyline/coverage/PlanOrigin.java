package dev.keyline.coverage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a plan's assignments came about. */
public enum PlanOrigin {
    /** By the solver. */
    SOLVED,
    /** From another plan's, by hand. */
    EDITED,
    /** From a file. */
    IMPORTED;

    /** As it stands in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PlanOrigin named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
