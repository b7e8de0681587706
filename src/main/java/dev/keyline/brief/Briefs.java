package dev.keyline.brief;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyline.accountplan.AccountPlan;
import dev.keyline.accountplan.AccountPlans;
import dev.keyline.accountplan.HeldReview;
import dev.keyline.accountplan.Proposals;
import dev.keyline.calendar.BusinessTime;
import dev.keyline.decision.Decisions;
import dev.keyline.decision.Grounds;
import dev.keyline.decision.Held;
import dev.keyline.http.NotFoundException;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicySet;
import dev.keyline.portfolio.Account;
import dev.keyline.portfolio.AccountFacts;
import dev.keyline.portfolio.AccountStore;
import dev.keyline.portfolio.Assignment;
import dev.keyline.portfolio.Outcome;
import dev.keyline.portfolio.PersonName;
import dev.keyline.portfolio.Portfolio;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts together all there is to say of an account, out of what holds now. */
@Singleton
public class Briefs {
    // told in their own places, or as cases
    private static final Set<String> WORDED = Set.of(
            "account-tier",
            "dimension-scores",
            "account-health",
            "lifecycle-stage",
            "engagement-model",
            "early-warning",
            "escalation",
            "contingency",
            "renewal",
            "expansion-trigger",
            "business-review",
            "account-team",
            "case-opening");

    private final Portfolio portfolio;
    private final AccountFacts facts;
    private final Policies policies;
    private final Decisions decisions;
    private final AccountPlans plans;
    private final Proposals proposals;
    private final Circumstances circumstances;
    private final BusinessTime businessTime;
    private final Clock clock;
    private final ObjectMapper mapper;
    private final String reportingCurrency;

    @Inject
    Briefs(
            Portfolio portfolio,
            AccountFacts facts,
            Policies policies,
            Decisions decisions,
            AccountPlans plans,
            Proposals proposals,
            Circumstances circumstances,
            BusinessTime businessTime,
            Clock clock,
            ObjectMapper mapper,
            @ConfigProperty(name = "keyline.reporting-currency") String reportingCurrency) {
        this.portfolio = portfolio;
        this.facts = facts;
        this.policies = policies;
        this.decisions = decisions;
        this.plans = plans;
        this.proposals = proposals;
        this.circumstances = circumstances;
        this.businessTime = businessTime;
        this.clock = clock;
        this.mapper = mapper;
        this.reportingCurrency = reportingCurrency;
    }

    /**
     * The brief of an account as things stand.
     *
     * @throws NotFoundException when there is no such account
     */
    public Brief of(String account) {
        return portfolio.record(handle -> of(handle, account));
    }

    private Brief of(Handle handle, String id) {
        Account account = AccountStore.find(handle, id).orElseThrow(() -> new NotFoundException("account", id));
        Instant now = clock.instant();
        LocalDate day = businessTime.dayOf(now);
        PolicySet set = policies.at(now);
        AccountPlan plan = plans.get(handle, id);
        Map<String, Held> held = held(handle, id);
        Says says = new Says(held);
        return new Brief(
                now,
                day,
                who(handle, account),
                says.standing(),
                says.all("early-warning", Wording::warnings),
                says.all("escalation", Wording::escalations),
                says.all("contingency", Wording::playbooks),
                circumstances.openCases(handle, id),
                renewal(handle, id, day, set, says),
                says.all("expansion-trigger", Wording::opportunities),
                new Brief.NextReview(
                        lastReview(plan),
                        says.all("business-review", Wording::businessReview),
                        says.all("business-review", Wording::agenda)),
                says.all("account-team", Wording::team),
                further(held, set),
                circumstances.overrides(handle, id, day),
                changes(handle, id, plan, held),
                plan.stakeholders(),
                plan.revision(),
                plan.plan(),
                proposals.open(handle, id).size(),
                PlanNames.of(handle, plan));
    }

    private static Brief.Who who(Handle handle, Account account) {
        List<Assignment> assignments = AccountStore.assignments(handle, account.id());
        return new Brief.Who(
                account.id(),
                account.name(),
                AccountStore.groupName(handle, account.id()).orElse(null),
                account.industry(),
                account.region(),
                account.country(),
                account.employees(),
                account.customerSince(),
                account.referenceStanding(),
                holder(assignments, "account-manager"),
                holder(assignments, "executive-sponsor"));
    }

    private static @Nullable PersonName holder(List<Assignment> assignments, String role) {
        return assignments.stream()
                .filter(assignment -> assignment.role().equals(role))
                .map(assignment -> new PersonName(assignment.personId(), assignment.personName()))
                .findFirst()
                .orElse(null);
    }

    /** What holds, by policy, with what made it; an outcome whose decision was never recorded is left out. */
    private Map<String, Held> held(Handle handle, String account) {
        Map<String, Outcome> outcomes = AccountStore.outcomes(handle, account, mapper);
        Map<UUID, Grounds> grounds = decisions.grounds(
                handle, outcomes.values().stream().map(Outcome::decisionId).toList());
        Map<String, Held> held = new TreeMap<>();
        outcomes.forEach((policy, outcome) -> {
            Grounds made = grounds.get(outcome.decisionId());
            if (made != null) {
                held.put(policy, new Held(made, outcome.outcome()));
            }
        });
        return held;
    }

    private Brief.Renewal renewal(Handle handle, String account, LocalDate day, PolicySet set, Says says) {
        Map<String, @Nullable Object> known = Objects.requireNonNullElse(
                facts.factsOf(handle, List.of(account), day, set.catalogue()).get(account), Map.of());
        LocalDate renewsOn = known.get("nextRenewalOn") instanceof LocalDate on ? on : null;
        return new Brief.Renewal(
                renewsOn,
                renewsOn == null ? null : ChronoUnit.DAYS.between(day, renewsOn),
                known.get("annualContractValue") instanceof BigDecimal value ? value : null,
                reportingCurrency,
                says.all("renewal", Wording::renewal));
    }

    private static @Nullable LocalDate lastReview(AccountPlan plan) {
        return plan.plan().businessReviews().stream()
                .map(HeldReview::heldOn)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Policies of which the words here know nothing, unless they only supply others. */
    private static List<Statement> further(Map<String, Held> held, PolicySet set) {
        Set<String> suppliers = held.keySet().stream()
                .flatMap(policy -> set.upstream(policy).stream())
                .collect(Collectors.toSet());
        return held.entrySet().stream()
                .filter(entry -> !WORDED.contains(entry.getKey()) && !suppliers.contains(entry.getKey()))
                .map(entry ->
                        new Wording(entry.getValue().grounds(), entry.getValue().outcome()).plain())
                .toList();
    }

    /** Since the last business review, which is when both sides last saw the whole; else since the review before. */
    private Brief.Changes changes(Handle handle, String account, AccountPlan plan, Map<String, Held> held) {
        LocalDate reviewed = lastReview(plan);
        Instant before = reviewed != null
                ? reviewed.plusDays(1).atStartOfDay(businessTime.zone()).toInstant()
                : held.values().stream()
                        .map(now -> now.grounds().asOf())
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
        Map<String, Held> was = decisions.heldAt(handle, account, before.minus(1, ChronoUnit.MICROS));
        if (was.isEmpty()) {
            return new Brief.Changes(null, List.of());
        }
        String since =
                reviewed != null ? "the business review of " + Words.day(reviewed) : "the review before the last";
        return new Brief.Changes(since, OutcomeChanges.between(was, held));
    }
}
