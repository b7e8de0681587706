package dev.keyline.review;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.job.Asked;
import dev.keyline.job.Job;
import dev.keyline.job.Jobs;
import dev.keyline.policy.Policies;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Asks for reviews and says what they found. */
@Singleton
public class Reviews {
    private final Jdbi jdbi;
    private final Jobs jobs;
    private final ReviewStore store;
    private final ReviewFindings findings;
    private final Policies policies;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    @Inject
    Reviews(Jdbi jdbi, Jobs jobs, ReviewStore store, ReviewFindings findings, Policies policies, Clock clock) {
        this.jdbi = jdbi;
        this.jobs = jobs;
        this.store = store;
        this.findings = findings;
        this.policies = policies;
        this.clock = clock;
    }

    /** Asks for a review in the caller's transaction; {@link #begin()} after the commit starts it at once. */
    public UUID submit(Handle handle, @Nullable Instant asOf, String caller) {
        UUID id = ids.generate();
        Instant from = Objects.requireNonNullElseGet(asOf, clock::instant);
        jobs.submit(handle, ReviewJob.KIND, id, caller);
        store.insert(handle, id, from, policies.at(from).versions());
        return id;
    }

    public void begin() {
        jobs.wake();
    }

    /**
     * A review and how far it is.
     *
     * @throws NotFoundException when there is none of this id
     */
    public Review get(UUID id) {
        return jdbi.inTransaction(handle -> find(handle, id))
                .orElseThrow(() -> new NotFoundException("review", id.toString()));
    }

    /** Newest first. */
    public Page<Review> list(PageRequest page) {
        List<Review> reviews = jdbi.inTransaction(
                handle -> store.ids(handle, page.after(UUID.class).orElse(null), page.limit() + 1).stream()
                        .flatMap(id -> find(handle, id).stream())
                        .toList());
        return page.page(reviews, Review::id);
    }

    private Optional<Review> find(Handle handle, UUID id) {
        return store.find(handle, id).map(started -> {
            Job job = jobs.find(id).orElseThrow();
            ReviewStore.Counts counts = store.counts(handle, id);
            Duration remaining = job.remaining(clock.instant());
            return new Review(
                    id,
                    started.asOf(),
                    job.state(),
                    job.progress(),
                    remaining == null ? null : remaining.toSeconds(),
                    counts.accounts(),
                    counts.decided(),
                    counts.undecided(),
                    started.versions(),
                    job.createdAt(),
                    job.createdBy(),
                    job.finishedAt(),
                    job.failure());
        });
    }

    /** The review whose outcomes hold; empty before the first has finished. */
    public Optional<UUID> latestFinished() {
        return jdbi.withHandle(store::latestFinished);
    }

    public List<PolicySummary> summary(UUID id) {
        get(id);
        return jdbi.withHandle(handle -> findings.summary(
                handle, id, policies.set(store.find(handle, id).orElseThrow().versions())));
    }

    public Page<OutcomeChange> changes(UUID id, PageRequest page) {
        get(id);
        ReviewFindings.Place after = page.after(ReviewFindings.Place.class).orElse(null);
        return page.page(
                jdbi.withHandle(handle -> findings.changes(handle, id, after, page.limit() + 1)),
                change -> new ReviewFindings.Place(change.account(), change.policy()));
    }

    /** Accounts that some policy could not decide, with the reason. */
    public Page<AccountProblem> problems(UUID id, PageRequest page) {
        get(id);
        String after = page.after(String.class).orElse(null);
        List<AccountProblem> problems =
                jdbi.withHandle(handle -> store.problems(handle, id, after, page.limit() + 1)).stream()
                        .map(account ->
                                new AccountProblem(account.account(), Objects.requireNonNull(account.problem())))
                        .toList();
        return page.page(problems, AccountProblem::account);
    }

    /** Asks it to end early; false when it has ended. */
    public boolean cancel(UUID id) {
        get(id);
        return jobs.ask(id, Asked.CANCEL);
    }

    /** The review at every change, until it ends. */
    public Multi<Review> events(UUID id) {
        get(id);
        return jobs.events(id).map(job -> get(id));
    }
}
