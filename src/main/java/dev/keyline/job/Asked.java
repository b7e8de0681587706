package dev.keyline.job;

/** What somebody asked of a job while it ran. */
public enum Asked {
    NOTHING,
    /** End early and keep what is there so far. */
    STOP,
    /** End early and keep nothing. */
    CANCEL
}
