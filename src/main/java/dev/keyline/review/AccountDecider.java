package dev.keyline.review;

import dev.keyline.calendar.BusinessTime;
import dev.keyline.decision.Decision;
import dev.keyline.decision.Decisions;
import dev.keyline.decision.Evaluator;
import dev.keyline.decision.UndecidedException;
import dev.keyline.http.BadInputException;
import dev.keyline.policy.PolicySet;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts accounts through all policies, as many at a time as there are processors. It records nothing. */
@Singleton
class AccountDecider {
    /** An account, and its facts, read only when its turn comes. */
    record Known(String account, Supplier<Map<String, @Nullable Object>> facts) {}

    /** What became of an account: its decisions, or the problem that kept a policy from deciding. */
    record Answer(ReviewStore.Through account, List<Decision> decisions) {}

    private final Decisions decisions;
    private final BusinessTime businessTime;
    private final ExecutorService evaluators =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
                Thread thread = new Thread(task, "evaluator");
                thread.setDaemon(true);
                return thread;
            });

    @Inject
    AccountDecider(Decisions decisions, BusinessTime businessTime) {
        this.decisions = decisions;
        this.businessTime = businessTime;
    }

    void stop(@Observes ShutdownEvent event) {
        evaluators.shutdownNow();
    }

    /**
     * Accounts on their way.
     *
     * @param futures in the order of the accounts
     */
    record UnderWay(List<Future<Answer>> futures) {
        /** Waits for the answers, in the order of the accounts. */
        List<Answer> answers() throws InterruptedException {
            try {
                List<Answer> answers = new ArrayList<>();
                for (Future<Answer> future : futures) {
                    answers.add(future.get());
                }
                return answers;
            } catch (ExecutionException e) {
                throw new IllegalStateException("an account broke a policy: " + e.getCause(), e);
            } finally {
                cancel();
            }
        }

        /** Nobody wants the answers any more. */
        void cancel() {
            futures.forEach(future -> future.cancel(false));
        }
    }

    UnderWay begin(PolicySet set, Instant asOf, String actor, @Nullable UUID review, List<Known> accounts) {
        return new UnderWay(accounts.stream()
                .map(account -> evaluators.submit(() -> decide(set, asOf, actor, review, account)))
                .toList());
    }

    /** One account that a policy cannot decide does not keep the others from being decided. */
    private Answer decide(PolicySet set, Instant asOf, String actor, @Nullable UUID review, Known account) {
        try {
            List<Decision> decided = decisions.asDecisions(
                    set,
                    new Evaluator(set)
                            .evaluate(set.forAccounts(), account.facts().get(), asOf.atZone(businessTime.zone())),
                    account.account(),
                    asOf,
                    actor,
                    review);
            return new Answer(new ReviewStore.Through(account.account(), null), decided);
        } catch (BadInputException | UndecidedException e) {
            return new Answer(new ReviewStore.Through(account.account(), e.getMessage()), List.of());
        }
    }
}
