package dev.keyline.engine.contained;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process that compiles and evaluates, and can be stopped at any moment. One call at a time. */
final class Worker {
    /** Starting Java and loading the engine's classes, on a machine that is busy with other things. */
    private static final Budget START = new Budget(Duration.ofSeconds(15));

    /** Most calls are over before anybody looks at what they take. */
    private static final long FIRST_LOOK_MS = 30;

    private static final long LOOK_EVERY_MS = 20;

    /** Exit status of a Java told to end when it runs out of memory. */
    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final Frames frames;
    private final ScheduledExecutorService watch;

    private boolean ready;
    private @Nullable Running running;
    private @Nullable String stopped;

    private Worker(Process process, int longestAnswer, ScheduledExecutorService watch) {
        this.process = process;
        this.frames = new Frames(process.getInputStream(), process.getOutputStream(), longestAnswer);
        this.watch = watch;
    }

    /** Begins to start one; its first call waits until it is ready. */
    static Worker start(WorkerCommand command, int longestAnswer, ScheduledExecutorService watch) throws IOException {
        return new Worker(command.start(), longestAnswer, watch);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it can take calls. */
    void awaitReady() throws WorkerEndedException {
        if (!ready) {
            within(START, frames::read);
            ready = true;
        }
    }

    /**
     * Sends a frame and waits for the answer.
     *
     * @throws WorkerEndedException when the budget is exceeded or the worker ends for another reason
     */
    byte[] call(byte[] frame, Budget budget) throws WorkerEndedException {
        return within(budget, () -> {
            frames.write(frame);
            return frames.read();
        });
    }

    private interface Exchange {
        byte[] run() throws IOException;
    }

    private byte[] within(Budget budget, Exchange exchange) throws WorkerEndedException {
        Running call = new Running(budget, System.nanoTime());
        synchronized (this) {
            running = call;
        }
        ScheduledFuture<?> looks =
                watch.scheduleAtFixedRate(() -> look(call), FIRST_LOOK_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        try {
            return exchange.run();
        } catch (IOException e) {
            throw new WorkerEndedException(reason());
        } finally {
            looks.cancel(false);
            synchronized (this) {
                running = null;
            }
        }
    }

    private synchronized void look(Running call) {
        if (running == call && stopped == null) {
            stopped = call.excess(process.info().totalCpuDuration());
            if (stopped != null) {
                end();
            }
        }
    }

    private String reason() {
        end();
        synchronized (this) {
            if (stopped != null) {
                return stopped;
            }
        }
        try {
            int status = process.waitFor();
            return status == OUT_OF_MEMORY ? "it ran out of memory" : "it ended with status " + status;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "it ended";
        }
    }

    /** Ends it at once, whatever it does. */
    void end() {
        process.destroyForcibly();
    }

    /** A call and what it had taken of the processor when first looked at. */
    private static final class Running {
        private final Budget budget;
        private final long began;
        private @Nullable Duration before;

        Running(Budget budget, long began) {
            this.budget = budget;
            this.began = began;
        }

        @Nullable
        String excess(Optional<Duration> processor) {
            Duration wall = Duration.ofNanos(System.nanoTime() - began);
            if (wall.compareTo(budget.wall()) > 0) {
                return "it was stopped after " + Budget.words(budget.wall());
            }
            Duration now = processor.orElse(wall); // a system that does not tell is taken at its busiest
            if (before == null) {
                before = now.minus(wall.compareTo(now) < 0 ? wall : now);
            }
            return now.minus(before).compareTo(budget.computing()) > 0
                    ? "it was stopped after " + Budget.words(budget.computing()) + " of computing"
                    : null;
        }
    }
}
