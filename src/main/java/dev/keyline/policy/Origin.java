package dev.keyline.policy;

import java.util.Locale;

/** How a version came to be. */
public enum Origin {
    /** A file of a release. */
    SHIPPED,
    /** Somebody's edit. */
    EDITED;

    /** As it stands in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Origin named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
