package dev.keyline.job;

import java.util.UUID;

/** A job as its handler sees it. */
public interface JobRun {
    UUID id();

    /** How much was done already, from 0 to 1, when this run began: above 0 for one that a killed process left. */
    double done();

    /** Says how much is done, from 0 to 1. Cheap: stored at most every quarter of a second. */
    void progress(double fraction);

    /** What has been asked so far; a handler looks at it between its steps. */
    Asked asked();
}
