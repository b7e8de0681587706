package dev.keyline.job;

/** Only {@link #RUNNING} changes; a job waits for a free worker in it, too. */
public enum JobState {
    RUNNING,
    FINISHED,
    FAILED,
    CANCELLED
}
