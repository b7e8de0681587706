package dev.keyline.timer;

/** What happens again and again at set times, each time on one replica. */
public interface RecurringTimer {
    /** Names it; opaque, unique among all timers, the same in every release. */
    String kind();

    /** When, as a cron line with seconds in the business zone, like {@code 0 0 2 * * *}; {@code -} for never. */
    String schedule();

    void due();
}
