package dev.keyline.policy;

/** How a version came to be. */
public enum Origin {
    /** A file of a release. */
    SHIPPED,
    /** Somebody's edit. */
    EDITED
}
