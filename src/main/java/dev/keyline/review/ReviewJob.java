package dev.keyline.review;

import dev.keyline.calendar.BusinessTime;
import dev.keyline.decision.Decisions;
import dev.keyline.engine.CompiledPolicy;
import dev.keyline.facts.FactReader;
import dev.keyline.job.Asked;
import dev.keyline.job.JobHandler;
import dev.keyline.job.JobRun;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicySet;
import dev.keyline.portfolio.AccountFacts;
import dev.keyline.portfolio.AccountOutcomes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Carries a review out: a snapshot of all facts, then every account through all policies, some accounts a transaction. A
 * review that was interrupted goes on with the accounts of its snapshot that are not through.
 */
@Singleton
class ReviewJob implements JobHandler {
    static final String KIND = "review";

    /** Large enough that the database is asked seldom, small enough that little is done twice after a kill. */
    private static final int ACCOUNTS_AT_ONCE = 100;

    private final Jdbi jdbi;
    private final ReviewStore store;
    private final Policies policies;
    private final AccountDecider decider;
    private final Decisions decisions;
    private final AccountFacts accountFacts;
    private final OutcomeFollowers followers;
    private final BusinessTime businessTime;
    private final Clock clock;

    @Inject
    ReviewJob(
            Jdbi jdbi,
            ReviewStore store,
            Policies policies,
            AccountDecider decider,
            Decisions decisions,
            AccountFacts accountFacts,
            OutcomeFollowers followers,
            BusinessTime businessTime,
            Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.policies = policies;
        this.decider = decider;
        this.decisions = decisions;
        this.accountFacts = accountFacts;
        this.followers = followers;
        this.businessTime = businessTime;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws Exception {
        ReviewStore.Started review =
                jdbi.withHandle(handle -> store.find(handle, run.id())).orElseThrow();
        PolicySet set = policies.set(review.versions());
        if (!review.snapshotTaken()) {
            takeSnapshot(review, set);
        }
        ReviewStore.Counts counts = jdbi.withHandle(handle -> store.counts(handle, run.id()));
        int through = counts.decided() + counts.undecided();
        Batch batch = begin(review, set, null);
        while (!batch.isEmpty() && run.asked() == Asked.NOTHING) {
            List<AccountDecider.Answer> answers = batch.underWay().answers();
            Batch next = begin(review, set, batch.last());
            record(run.id(), answers); // while the next ones are decided
            through += answers.size();
            run.progress((double) through / counts.accounts());
            batch = next;
        }
        batch.underWay().cancel();
        if (run.asked() == Asked.NOTHING) {
            finish(review, set);
        }
    }

    private void takeSnapshot(ReviewStore.Started review, PolicySet set) {
        LocalDate day = businessTime.dayOf(review.asOf());
        jdbi.useTransaction(handle -> {
            List<String> accounts = handle.createQuery("select id from account order by id")
                    .mapTo(String.class)
                    .list();
            store.addToSnapshot(handle, review.id(), accountFacts.factsOf(handle, accounts, day, set.catalogue()));
            store.snapshotTaken(handle, review.id(), clock.instant());
        });
    }

    /**
     * Some accounts on their way through all policies.
     *
     * @param last the last one by id; null: there are none left
     */
    private record Batch(@Nullable String last, AccountDecider.UnderWay underWay) {
        boolean isEmpty() {
            return last == null;
        }
    }

    private Batch begin(ReviewStore.Started review, PolicySet set, @Nullable String after) {
        List<ReviewStore.Waiting> waiting =
                jdbi.withHandle(handle -> store.waiting(handle, review.id(), after, ACCOUNTS_AT_ONCE));
        List<AccountDecider.Known> accounts = waiting.stream()
                .map(account -> new AccountDecider.Known(
                        account.account(), () -> new FactReader(set.catalogue()).read(account.facts(), "")))
                .toList();
        return new Batch(
                waiting.isEmpty() ? null : waiting.get(waiting.size() - 1).account(),
                decider.begin(set, review.asOf(), KIND, review.id(), accounts));
    }

    private void record(UUID review, List<AccountDecider.Answer> answers) {
        jdbi.useTransaction(handle -> {
            decisions.record(
                    handle,
                    answers.stream()
                            .flatMap(answer -> answer.decisions().stream())
                            .toList());
            store.through(
                    handle,
                    review,
                    answers.stream().map(AccountDecider.Answer::account).toList());
        });
    }

    private void finish(ReviewStore.Started review, PolicySet set) {
        List<String> asked = set.forAccounts().stream().map(CompiledPolicy::id).toList();
        jdbi.useTransaction(handle -> {
            AccountOutcomes.adopt(handle, review.id());
            AccountOutcomes.forget(handle, asked, review.asOf());
            followers.follow(handle, new OutcomeFollower.Evaluated(review.asOf(), KIND, true), review.id());
            store.finished(handle, review.id(), clock.instant());
        });
    }
}
