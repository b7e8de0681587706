package dev.keyline.casework;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far people are with a case. */
public enum CaseState {
    /** Nobody has taken it up; its clock runs. */
    OPEN,
    /** Somebody works on it; its clock has stopped. */
    ACKNOWLEDGED,
    /** An escalation whose customer has confirmed that it is over. */
    DE_ESCALATED,
    CLOSED;

    /** As it stands in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static CaseState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
