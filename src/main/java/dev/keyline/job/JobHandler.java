package dev.keyline.job;

/** Does the jobs of one kind. A CDI bean. */
public interface JobHandler {
    String kind();

    /**
     * Does the work, on a worker thread. It is called again for a job that a killed process left running, so it goes on
     * from what it finds in the database.
     *
     * @throws Exception ends the job as failed, with the message as its reason
     */
    void run(JobRun run) throws Exception;
}
