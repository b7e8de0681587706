package dev.keyline.engine.contained;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Workers for calls of one standing, at most so many at once. Callers get them in the order in which they came. */
final class Lane {
    private static final Logger LOG = Logger.getLogger(Lane.class);

    /** Further callers are told to come back: each of those waiting holds one of the service's threads. */
    private static final int MOST_WAITING = 64;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private record Idle(Worker worker, long since) {}

    private final WorkerCommand command;
    private final int longestAnswer;
    private final ScheduledExecutorService watch;
    private final Semaphore turns;
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
    private final Set<Worker> living = ConcurrentHashMap.newKeySet();

    Lane(int workers, WorkerCommand command, int longestAnswer, ScheduledExecutorService watch) {
        this.turns = new Semaphore(workers, true);
        this.command = command;
        this.longestAnswer = longestAnswer;
        this.watch = watch;
    }

    /** What somebody does with a worker. */
    interface Use<T> {
        T with(Worker worker) throws WorkerEndedException;
    }

    /**
     * Lends a worker.
     *
     * @throws WorkerEndedException when the worker ended while it was used; another takes its place
     * @throws BusyException when none is free for too long, or too many wait
     */
    <T> T lend(Use<T> use) throws WorkerEndedException {
        takeTurn();
        try {
            Worker worker = ready();
            try {
                T result = use.with(worker);
                idle.addFirst(new Idle(worker, System.nanoTime()));
                return result;
            } catch (WorkerEndedException e) {
                end(worker);
                idle.addFirst(new Idle(start(), System.nanoTime())); // warms up before the next caller comes
                throw e;
            } catch (RuntimeException e) {
                end(worker); // it may be in the middle of an answer
                throw e;
            }
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (turns.getQueueLength() >= MOST_WAITING
                    || !turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BusyException("too many models are being compiled and evaluated");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException("the service is stopping");
        }
    }

    private Worker ready() {
        Worker idle = idle();
        Worker worker = idle == null ? start() : idle;
        try {
            worker.awaitReady();
            return worker;
        } catch (WorkerEndedException e) {
            LOG.errorf("a worker does not start: %s", e.getMessage());
            end(worker);
            throw new BusyException("the process that runs models does not start");
        }
    }

    private @Nullable Worker idle() {
        for (Idle next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            if (next.worker().isAlive()) {
                return next.worker();
            }
            end(next.worker());
        }
        return null;
    }

    private Worker start() {
        try {
            Worker worker = Worker.start(command, longestAnswer, watch);
            living.add(worker);
            return worker;
        } catch (IOException e) {
            LOG.error("a worker cannot be started", e);
            throw new BusyException("the process that runs models cannot be started");
        }
    }

    private void end(Worker worker) {
        worker.end();
        living.remove(worker);
    }

    /** Starts a worker if there is none, for the next caller not to wait for its start. */
    void keepWarm() {
        if (living.isEmpty()) {
            idle.addFirst(new Idle(start(), System.nanoTime()));
        }
    }

    /** Ends workers that nobody has used for so long. */
    void endIdle(Duration longest) {
        long now = System.nanoTime();
        for (Iterator<Idle> all = idle.descendingIterator(); all.hasNext(); ) {
            Idle next = all.next();
            if (now - next.since() > longest.toNanos() && idle.remove(next)) {
                end(next.worker());
            }
        }
    }

    /** Processes there are. */
    long[] pids() {
        return living.stream().mapToLong(Worker::pid).toArray();
    }

    void endAll() {
        living.forEach(this::end);
    }
}
