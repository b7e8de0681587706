package dev.keyline.impact;

import dev.keyline.job.Asked;
import dev.keyline.job.JobRun;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Works through long lists in pieces, as many at a time as there are processors, until a job is asked to end. */
@Singleton
class Crew {
    private static final int HANDS = Runtime.getRuntime().availableProcessors();

    private final ExecutorService workers = Executors.newFixedThreadPool(HANDS, task -> {
        Thread thread = new Thread(task, "impact");
        thread.setDaemon(true);
        return thread;
    });

    void stop(@Observes ShutdownEvent event) {
        workers.shutdownNow();
    }

    /**
     * Does the work on every piece; where it fails on one, the others are left and the failure is thrown.
     *
     * @param from the job's progress at the beginning, 0 to 1
     * @param to and at the end
     */
    <T> void work(List<T> all, int atOnce, JobRun run, double from, double to, Consumer<List<T>> piece)
            throws InterruptedException {
        Queue<List<T>> pieces = new ConcurrentLinkedQueue<>();
        for (int start = 0; start < all.size(); start += atOnce) {
            pieces.add(all.subList(start, Math.min(start + atOnce, all.size())));
        }
        AtomicInteger done = new AtomicInteger();
        int count = pieces.size();
        Callable<Void> hand = () -> {
            try {
                for (List<T> next = pieces.poll(); next != null && run.asked() == Asked.NOTHING; next = pieces.poll()) {
                    piece.accept(next);
                    run.progress(from + (to - from) * done.incrementAndGet() / count);
                }
                return null;
            } finally {
                pieces.clear(); // nothing is left, or nothing of it is wanted any more
            }
        };
        List<Future<Void>> hands = new ArrayList<>(workers.invokeAll(Collections.nCopies(HANDS, hand)));
        for (Future<Void> each : hands) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            }
        }
    }
}
