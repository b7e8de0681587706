package dev.keyline.casework;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How bad it is, the worst first. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    /** As it stands in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Severity of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean worseThan(Severity other) {
        return compareTo(other) < 0;
    }
}
