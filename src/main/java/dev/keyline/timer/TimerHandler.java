package dev.keyline.timer;

/**
 * What happens when a timer of one kind is due. A replica that dies on the way leaves the timer to another, which begins
 * anew: whatever {@link #due} does has to be the same done twice.
 */
public interface TimerHandler {
    /** Names the kind; opaque, unique among all handlers, the same in every release. */
    String kind();

    /**
     * Called in no transaction, on one replica at a time.
     *
     * @param id what the timer was set for
     * @throws RuntimeException to be called again later
     */
    void due(String id);
}
