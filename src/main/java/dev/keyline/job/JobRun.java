package dev.keyline.job;

import java.util.UUID;

/** A job as its handler sees it. */
public interface JobRun {
    UUID id();

    /** Says how much is done, from 0 to 1. Cheap: stored at most every quarter of a second. */
    void progress(double fraction);

    /** What has been asked so far; a handler looks at it between its steps. */
    Asked asked();
}
