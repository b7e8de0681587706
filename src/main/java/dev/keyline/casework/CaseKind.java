package dev.keyline.casework;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What sort of finding a case came from. */
public enum CaseKind {
    ESCALATION,
    WARNING,
    PLAYBOOK,
    EXPANSION,
    RENEWAL;

    /** As it stands in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CaseKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
