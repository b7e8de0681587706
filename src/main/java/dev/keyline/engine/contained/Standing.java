package dev.keyline.engine.contained;

/** Of what standing a text is. Those of one standing never wait for the workers of the other. */
public enum Standing {
    /** Somebody works on it: anything can be expected of it, and nobody depends on it. */
    DRAFT,

    /** Approved by two people, and asked in earnest. */
    PUBLISHED
}
