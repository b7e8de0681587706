package dev.keyline.acceptance;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an acceptance is. */
public enum AcceptanceState {
    /** Its day has not come. */
    COMING,
    /** The portfolio's seats are those of the plan, or of a later one. */
    APPLIED,
    /** Taken back. */
    UNDONE;

    /** As it stands in JSON. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
