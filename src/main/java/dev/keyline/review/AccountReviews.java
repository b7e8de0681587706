package dev.keyline.review;

import dev.keyline.calendar.BusinessTime;
import dev.keyline.decision.Decision;
import dev.keyline.decision.Decisions;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicySet;
import dev.keyline.portfolio.AccountFacts;
import dev.keyline.portfolio.AccountOutcomes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Decides single accounts anew as of now; what comes out holds at once, without waiting for the next review. */
@Singleton
class AccountReviews {
    private static final Logger LOG = Logger.getLogger(AccountReviews.class);

    private final Policies policies;
    private final AccountDecider decider;
    private final Decisions decisions;
    private final AccountFacts accountFacts;
    private final OutcomeFollowers followers;
    private final BusinessTime businessTime;
    private final Clock clock;

    @Inject
    AccountReviews(
            Policies policies,
            AccountDecider decider,
            Decisions decisions,
            AccountFacts accountFacts,
            OutcomeFollowers followers,
            BusinessTime businessTime,
            Clock clock) {
        this.policies = policies;
        this.decider = decider;
        this.decisions = decisions;
        this.accountFacts = accountFacts;
        this.followers = followers;
        this.businessTime = businessTime;
        this.clock = clock;
    }

    /** Decides in the caller's transaction. An account that a policy cannot decide keeps what held for it. */
    void decide(Handle handle, Collection<String> accounts, String actor) throws InterruptedException {
        Instant asOf = clock.instant();
        PolicySet set = policies.at(asOf);
        Map<String, Map<String, @Nullable Object>> facts =
                accountFacts.factsOf(handle, accounts, businessTime.dayOf(asOf), set.catalogue());
        List<AccountDecider.Known> known = facts.entrySet().stream()
                .map(account -> new AccountDecider.Known(account.getKey(), account::getValue))
                .toList();
        List<Decision> decided = new ArrayList<>();
        for (AccountDecider.Answer answer :
                decider.begin(set, asOf, actor, null, known).answers()) {
            decided.addAll(answer.decisions());
            if (answer.account().problem() != null) {
                LOG.warnf(
                        "account %s could not be decided anew: %s",
                        answer.account().account(), answer.account().problem());
            }
        }
        decisions.record(handle, decided);
        AccountOutcomes.adopt(handle, decided.stream().map(Decision::id).toList());
        followers.follow(handle, new OutcomeFollower.Evaluated(asOf, actor, false), decided);
    }
}
