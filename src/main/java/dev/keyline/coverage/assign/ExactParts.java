package dev.keyline.coverage.assign;

import java.util.ArrayList;
import java.util.List;

/** The exact parts of a solve, so that those under way can be ended from another thread. */
final class ExactParts {
    private final Effort effort;
    private final int threads;
    private final List<ExactPart> all = new ArrayList<>();

    /** @param threads of one that proves; one that finds has a single one */
    ExactParts(Effort effort, int threads) {
        this.effort = effort;
        this.threads = threads;
    }

    ExactPart finding(AssignmentProblem problem) {
        return added(new ExactPart(problem, effort));
    }

    ExactPart proving(AssignmentProblem problem) {
        return added(new ExactPart(problem, effort, threads, true));
    }

    private synchronized ExactPart added(ExactPart part) {
        all.add(part);
        return part;
    }

    synchronized void stop() {
        all.forEach(ExactPart::stop);
    }
}
