package dev.keyline.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Only {@link #RUNNING} changes; a job waits for a free worker in it, too. */
public enum JobState {
    RUNNING,
    FINISHED,
    FAILED,
    CANCELLED;

    /** As it stands in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
