package dev.keyline.coverage.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** All exact parts of a solve, whose calls end soon after somebody asks to stop. */
final class ExactParts {
    private static final long LOOK_EVERY_MILLIS = 20;

    private final List<ExactPart> parts = new ArrayList<>();

    synchronized ExactPart add(ExactPart part) {
        parts.add(part);
        return part;
    }

    private synchronized void stop() {
        parts.forEach(ExactPart::stop);
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
