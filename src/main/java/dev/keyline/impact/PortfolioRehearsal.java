package dev.keyline.impact;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyline.calendar.BusinessTime;
import dev.keyline.casework.RehearsedCases;
import dev.keyline.coverage.Care;
import dev.keyline.demand.PortfolioDemand;
import dev.keyline.job.JobRun;
import dev.keyline.policy.PolicySet;
import dev.keyline.portfolio.AccountFacts;
import dev.keyline.portfolio.AccountOutcomes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Takes the accounts of a scope through both sides, some at a time, and writes down those that differ. */
@Singleton
class PortfolioRehearsal {
    /** Large enough that the database is asked seldom, small enough that little is in memory. */
    private static final int ACCOUNTS_AT_ONCE = 500;

    private static final String CONTRACT_VALUE = "annualContractValue";

    /** What came out, and what the accounts that change would ask of people now and then. */
    record Outcome(AccountsImpact impact, Map<String, Care> careBefore, Map<String, Care> careAfter) {}

    private record Named(String name, @Nullable String region) {}

    private final Jdbi jdbi;
    private final AccountFacts accountFacts;
    private final RehearsedCases cases;
    private final ImpactStore store;
    private final Crew crew;
    private final BusinessTime businessTime;
    private final ObjectMapper mapper;
    private final String currency;

    @Inject
    PortfolioRehearsal(
            Jdbi jdbi,
            AccountFacts accountFacts,
            RehearsedCases cases,
            ImpactStore store,
            Crew crew,
            BusinessTime businessTime,
            ObjectMapper mapper,
            @ConfigProperty(name = "keyline.reporting-currency") String currency) {
        this.jdbi = jdbi;
        this.accountFacts = accountFacts;
        this.cases = cases;
        this.store = store;
        this.crew = crew;
        this.businessTime = businessTime;
        this.mapper = mapper;
        this.currency = currency;
    }

    Outcome run(JobRun run, TwoSets all, Scope scope, Instant asOf, double share) throws InterruptedException {
        TwoSets sets = all.forAccounts();
        List<String> accounts = jdbi.withHandle(handle -> ImpactStore.accounts(handle, scope));
        Piece piece = new Piece(run, new Rehearsal(sets), asOf.atZone(businessTime.zone()));
        crew.work(accounts, ACCOUNTS_AT_ONCE, run, 0, share, piece::rehearse);
        return new Outcome(
                piece.tally.impact(accounts.size(), currency, sets.order()), piece.careBefore, piece.careAfter);
    }

    /** The work on some accounts. */
    private final class Piece implements Rehearsal.Source {
        private final JobRun run;
        private final Rehearsal rehearsal;
        private final ZonedDateTime asOf;
        private final AccountTally tally = new AccountTally();
        private final Map<String, Care> careBefore = new ConcurrentHashMap<>();
        private final Map<String, Care> careAfter = new ConcurrentHashMap<>();

        Piece(JobRun run, Rehearsal rehearsal, ZonedDateTime asOf) {
            this.run = run;
            this.rehearsal = rehearsal;
            this.asOf = asOf;
        }

        void rehearse(List<String> accounts) {
            List<Subject> subjects = accounts.stream().map(Subject::account).toList();
            rehearsal.run(subjects, this, asOf);
            List<Subject> differing = new ArrayList<>();
            for (Subject subject : subjects) {
                if (subject.before().problem() != null) {
                    tally.addUndecidedAlready();
                } else if (subject.differs()) {
                    differing.add(subject);
                }
            }
            if (!differing.isEmpty()) {
                write(differing);
            }
        }

        @Override
        public void load(List<Subject> subjects, Set<String> facts, Set<String> policies) {
            List<String> accounts = subjects.stream().map(Subject::id).toList();
            TwoSets sets = rehearsal.sets();
            Map<String, Map<String, @Nullable Object>> now = facts(accounts, sets.present(), facts);
            Map<String, Map<String, @Nullable Object>> then =
                    sets.sameFacts() ? now : facts(accounts, sets.rehearsed(), facts);
            Map<String, Map<String, Object>> held = policies.isEmpty()
                    ? Map.of()
                    : jdbi.withHandle(handle -> AccountOutcomes.of(handle, accounts, policies, mapper));
            for (Subject subject : subjects) {
                subject.know(now.getOrDefault(subject.id(), Map.of()), then.getOrDefault(subject.id(), Map.of()));
                subject.held().putAll(held.getOrDefault(subject.id(), Map.of()));
            }
        }

        private Map<String, Map<String, @Nullable Object>> facts(
                List<String> accounts, PolicySet set, Set<String> names) {
            return jdbi.inTransaction(
                    handle -> accountFacts.factsOf(handle, accounts, asOf.toLocalDate(), set.catalogue(), names));
        }

        private void write(List<Subject> differing) {
            List<String> accounts = differing.stream().map(Subject::id).toList();
            load(differing, Set.of(CONTRACT_VALUE), Set.of());
            Map<String, Named> names = jdbi.withHandle(handle -> names(handle, accounts));
            RehearsedCases.Open open = jdbi.withHandle(handle -> cases.open(handle, accounts));
            List<ChangedAccount> changes = differing.stream()
                    .filter(subject -> names.containsKey(subject.id())) // it may have been removed meanwhile
                    .map(subject -> changed(subject, Objects.requireNonNull(names.get(subject.id())), open))
                    .toList();
            jdbi.useTransaction(handle -> store.insert(handle, run.id(), changes));
            changes.forEach(tally::add);
        }

        private ChangedAccount changed(Subject subject, Named named, RehearsedCases.Open open) {
            RehearsedCases.Changes changes = open.between(
                    subject.id(),
                    outcome(subject.before(), RehearsedCases.POLICY),
                    outcome(subject.after(), RehearsedCases.POLICY));
            Set<ChangedAccount.Trigger> now =
                    ChangedAccount.Trigger.of(subject.before().answer(ChangedAccount.TRIGGERS));
            Set<ChangedAccount.Trigger> then =
                    ChangedAccount.Trigger.of(subject.after().answer(ChangedAccount.TRIGGERS));
            String problem = subject.after().problem();
            return new ChangedAccount(
                    subject.id(),
                    named.name(),
                    named.region(),
                    subject.before().known().get(CONTRACT_VALUE) instanceof BigDecimal value ? value : null,
                    Moved.of(subject, ChangedAccount.TIER, "tier"),
                    Moved.of(subject, ChangedAccount.HEALTH, "band"),
                    changes.opened(),
                    changes.closing(),
                    ChangedAccount.Trigger.without(then, now),
                    ChangedAccount.Trigger.without(now, then),
                    PolicyChange.of(subject),
                    problem == null ? compareCare(subject) : problem);
        }

        /** Notes what is asked of people on both sides; answers why that cannot be, in words. */
        private @Nullable String compareCare(Subject subject) {
            try {
                Care now = care(subject.before());
                Care then = care(subject.after());
                if (!now.equals(then)) {
                    careBefore.put(subject.id(), now);
                    careAfter.put(subject.id(), then);
                }
                return null;
            } catch (IllegalArgumentException e) {
                return ChangedAccount.CARE + " asks for what nobody can give: " + e.getMessage();
            }
        }
    }

    private static Care care(Subject.Side side) {
        return PortfolioDemand.care(
                outcome(side, ChangedAccount.TIER) instanceof Map<?, ?> tier ? tier : null,
                outcome(side, ChangedAccount.CARE) instanceof Map<?, ?> care ? care : null);
    }

    private static @Nullable Object outcome(Subject.Side side, String policy) {
        Answer answer = side.answer(policy);
        return answer == null ? null : answer.outcome();
    }

    private static Map<String, Named> names(Handle handle, List<String> accounts) {
        Map<String, Named> names = new HashMap<>();
        handle.createQuery("select id, name, region from account where id = any(:accounts)")
                .bindArray("accounts", String.class, accounts.toArray())
                .map((row, context) ->
                        names.put(row.getString("id"), new Named(row.getString("name"), row.getString("region"))))
                .list();
        return names;
    }
}
