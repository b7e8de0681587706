package dev.keyline.engine.contained;

/** A worker ended during a call, by itself or because the call took too much. */
final class WorkerEndedException extends Exception {
    private static final long serialVersionUID = 1L;

    WorkerEndedException(String reason) {
        super(reason);
    }
}
