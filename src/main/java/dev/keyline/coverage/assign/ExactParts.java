package dev.keyline.coverage.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The exact parts of a solve, whose calls end soon after somebody asks to stop. */
final class ExactParts {
    private static final long LOOK_EVERY_MILLIS = 20;
    /** CP-SAT's workers are searches of different kinds: on two processors eight of them prove more than two. */
    private static final int SEARCHES = 8;

    private final Effort effort;
    private final List<ExactPart> all = new ArrayList<>();

    ExactParts(Effort effort) {
        this.effort = effort;
    }

    ExactPart finding(AssignmentProblem problem) {
        return added(new ExactPart(problem, effort));
    }

    ExactPart proving(AssignmentProblem problem) {
        return added(new ExactPart(problem, effort, effort.counted() ? 1 : SEARCHES, true));
    }

    private synchronized ExactPart added(ExactPart part) {
        all.add(part);
        return part;
    }

    private synchronized void stop() {
        all.forEach(ExactPart::stop);
    }

    /** Looks whether to stop, on a thread of its own, until the solve is done. */
    void watch(BooleanSupplier stop, BooleanSupplier done) {
        Thread watch = new Thread(
                () -> {
                    while (!done.getAsBoolean()) {
                        if (stop.getAsBoolean()) {
                            stop();
                        }
                        LockSupport.parkNanos(LOOK_EVERY_MILLIS * 1_000_000);
                    }
                },
                "assigner-stop");
        watch.setDaemon(true);
        watch.start();
    }
}
