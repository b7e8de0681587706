package dev.keyline.notify;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** A way to tell. */
public enum Channel {
    @JsonProperty("webhook")
    WEBHOOK,
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("kafka")
    KAFKA;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As JSON has it: a refusal of another word lists these. */
    @Override
    public String toString() {
        return word();
    }

    static Channel named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
