package dev.keyline.review;

import dev.keyline.calendar.BusinessTime;
import dev.keyline.decision.Decision;
import dev.keyline.decision.Decisions;
import dev.keyline.decision.Evaluator;
import dev.keyline.decision.UndecidedException;
import dev.keyline.facts.FactReader;
import dev.keyline.http.BadInputException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    private static final int ACCOUNTS_AT_ONCE = 250;

    private record Answer(ReviewStore.Through account, List<Decision> decisions) {}

    private final Jdbi jdbi;
    private final ReviewStore store;
    private final Policies policies;
    private final Decisions decisions;
    private final AccountFacts accountFacts;
    private final BusinessTime businessTime;
    private final Clock clock;

    @Inject
    ReviewJob(
            Jdbi jdbi,
            ReviewStore store,
            Policies policies,
            Decisions decisions,
            AccountFacts accountFacts,
            BusinessTime businessTime,
            Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.policies = policies;
        this.decisions = decisions;
        this.accountFacts = accountFacts;
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
        ExecutorService evaluators =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<ReviewStore.Waiting> waiting = waiting(run.id());
            while (!waiting.isEmpty() && run.asked() == Asked.NOTHING) {
                record(run.id(), answers(evaluators, review, set, waiting));
                through += waiting.size();
                run.progress((double) through / counts.accounts());
                waiting = waiting(run.id());
            }
        } finally {
            evaluators.shutdownNow();
        }
        if (run.asked() == Asked.NOTHING) {
            finish(run.id());
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

    private List<ReviewStore.Waiting> waiting(UUID review) {
        return jdbi.withHandle(handle -> store.waiting(handle, review, ACCOUNTS_AT_ONCE));
    }

    private List<Answer> answers(
            ExecutorService evaluators, ReviewStore.Started review, PolicySet set, List<ReviewStore.Waiting> waiting)
            throws Exception {
        List<Callable<Answer>> work = new ArrayList<>();
        waiting.forEach(account -> work.add(() -> answer(review, set, account)));
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> done : evaluators.invokeAll(work)) {
            answers.add(done.get());
        }
        return answers;
    }

    /** One account that a policy cannot decide does not keep the others from being decided. */
    private Answer answer(ReviewStore.Started review, PolicySet set, ReviewStore.Waiting account) {
        Map<String, @Nullable Object> facts = new FactReader(set.catalogue()).read(account.facts(), "");
        try {
            List<Decision> decided = decisions.asDecisions(
                    set,
                    new Evaluator(set)
                            .evaluate(set.forAccounts(), facts, review.asOf().atZone(businessTime.zone())),
                    account.account(),
                    review.asOf(),
                    KIND,
                    review.id());
            return new Answer(new ReviewStore.Through(account.account(), null), decided);
        } catch (BadInputException | UndecidedException e) {
            return new Answer(new ReviewStore.Through(account.account(), e.getMessage()), List.of());
        }
    }

    private void record(UUID review, List<Answer> answers) {
        jdbi.useTransaction(handle -> {
            decisions.record(
                    handle,
                    answers.stream()
                            .flatMap(answer -> answer.decisions().stream())
                            .toList());
            store.through(handle, review, answers.stream().map(Answer::account).toList());
        });
    }

    private void finish(UUID review) {
        jdbi.useTransaction(handle -> {
            AccountOutcomes.adopt(handle, review);
            store.finished(handle, review, clock.instant());
        });
    }
}
