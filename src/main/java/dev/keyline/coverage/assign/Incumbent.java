package dev.keyline.coverage.assign;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The best assignment that anybody found so far; several threads offer and look. */
final class Incumbent {
    private final BiConsumer<Worth, int[]> listener;
    private int @Nullable [] pairs;
    private volatile Worth worth = new Worth(Long.MAX_VALUE, Long.MAX_VALUE);

    /** @param listener hears of each, with the pair of every job */
    Incumbent(BiConsumer<Worth, int[]> listener) {
        this.listener = listener;
    }

    Worth worth() {
        return worth;
    }

    /** Takes a standing that breaks no limit and is better than all before. */
    synchronized boolean offer(Standing standing) {
        if (!standing.feasible() || !standing.worth().betterThan(worth)) {
            return false;
        }
        int[] found = standing.pair.clone();
        pairs = found;
        worth = standing.worth();
        listener.accept(worth, found);
        return true;
    }

    synchronized int[] pairs() {
        if (pairs == null) {
            throw new IllegalStateException("nothing was offered yet");
        }
        return pairs.clone();
    }

    boolean isThere() {
        return worth.open() != Long.MAX_VALUE;
    }
}
