package dev.keyline.review;

import dev.keyline.timer.RecurringTimer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Asks for a review of the whole portfolio at set times, once however many replicas there are. */
@Singleton
class ScheduledReview implements RecurringTimer {
    static final String CALLER = "schedule";

    private final Jdbi jdbi;
    private final Reviews reviews;
    private final String schedule;

    @Inject
    ScheduledReview(Jdbi jdbi, Reviews reviews, @ConfigProperty(name = "keyline.reviews.schedule") String schedule) {
        this.jdbi = jdbi;
        this.reviews = reviews;
        this.schedule = schedule;
    }

    @Override
    public String kind() {
        return "review";
    }

    @Override
    public String schedule() {
        return schedule;
    }

    @Override
    public void due() {
        jdbi.useTransaction(handle -> reviews.submit(handle, null, CALLER));
        reviews.begin();
    }
}
