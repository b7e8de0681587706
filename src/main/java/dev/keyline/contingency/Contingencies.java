package dev.keyline.contingency;

import dev.keyline.calendar.BusinessTime;
import dev.keyline.contingency.Event.BudgetCut;
import dev.keyline.contingency.Event.ManagerLeaves;
import dev.keyline.coverage.DemandSource;
import dev.keyline.coverage.Succession;
import dev.keyline.coverage.Successors;
import dev.keyline.decision.Evaluated;
import dev.keyline.decision.Evaluator;
import dev.keyline.decision.UndecidedException;
import dev.keyline.http.BadInputException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicySet;
import dev.keyline.portfolio.AccountFacts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Looks at an event as if it had happened: facts are changed in memory, and the policies asked on both sides of it. */
@Singleton
public class Contingencies {
    private static final String CONTRACT_VALUE = "annualContractValue";

    /** An account's place among those hit: the most valuable first, those of unknown value last. */
    record Place(@Nullable BigDecimal value, String account) {
        static final Comparator<Place> ORDER = Comparator.comparing(
                        Place::value, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
                .thenComparing(Place::account);
    }

    private record Rehearsal(
            Event event,
            PolicySet policies,
            ZonedDateTime asOf,
            Map<String, Map<String, @Nullable Object>> facts,
            Map<String, String> names,
            Map<String, Succession> successions) {}

    private final Jdbi jdbi;
    private final Policies policies;
    private final AccountFacts accountFacts;
    private final DemandSource demand;
    private final BusinessTime businessTime;
    private final String currency;

    @Inject
    Contingencies(
            Jdbi jdbi,
            Policies policies,
            AccountFacts accountFacts,
            DemandSource demand,
            BusinessTime businessTime,
            @ConfigProperty(name = "keyline.reporting-currency") String currency) {
        this.jdbi = jdbi;
        this.policies = policies;
        this.accountFacts = accountFacts;
        this.demand = demand;
        this.businessTime = businessTime;
        this.currency = currency;
    }

    /**
     * What an event would do.
     *
     * @param page which of the accounts hit to look at; the sums are of all
     * @throws BadInputException naming whom or what there is not, by its place in the body
     */
    public WhatIf whatIf(Event event, Instant asOf, PageRequest page) {
        PolicySet set = policies.at(asOf);
        LocalDate day = businessTime.dayOf(asOf);
        return jdbi.inTransaction(handle -> {
            Hit hit = new AffectedAccounts(handle, day).of(event);
            Map<String, Map<String, @Nullable Object>> facts =
                    accountFacts.factsOf(handle, hit.accounts(), day, set.catalogue());
            Rehearsal rehearsal = new Rehearsal(
                    event,
                    set,
                    asOf.atZone(businessTime.zone()),
                    facts,
                    names(handle, hit.accounts()),
                    successions(event));
            List<Place> places = hit.accounts().stream()
                    .map(account -> new Place(value(facts.getOrDefault(account, Map.of())), account))
                    .sorted(Place.ORDER)
                    .toList();
            return answer(rehearsal, hit, places, page);
        });
    }

    private WhatIf answer(Rehearsal rehearsal, Hit hit, List<Place> places, PageRequest page) {
        Place after = page.after(Place.class).orElse(null);
        Page<Place> stretch = page.page(
                places.stream()
                        .filter(place -> after == null || Place.ORDER.compare(place, after) > 0)
                        .limit(page.limit() + 1L)
                        .toList(),
                place -> place);
        BigDecimal known =
                places.stream().map(Place::value).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new WhatIf(
                true,
                hit.sentence(),
                rehearsal.asOf().toInstant(),
                rehearsal.policies().versions(),
                currency,
                places.size(),
                known,
                atStake(rehearsal.event(), known),
                (int) places.stream().filter(place -> place.value() == null).count(),
                stretch.items().stream()
                        .map(place -> affected(rehearsal, place))
                        .toList(),
                stretch.nextCursor());
    }

    private AffectedAccount affected(Rehearsal rehearsal, Place place) {
        String account = place.account();
        Map<String, @Nullable Object> before = rehearsal.facts().getOrDefault(account, Map.of());
        Map<String, @Nullable Object> after =
                new ChangedFacts(rehearsal.policies().catalogue(), rehearsal.event(), rehearsal.asOf()).of(before);
        List<Evaluated> now = List.of();
        List<Evaluated> then = List.of();
        String problem = null;
        try {
            now = evaluate(rehearsal, before);
            then = evaluate(rehearsal, after);
        } catch (BadInputException | UndecidedException e) {
            problem = e.getMessage(); // the other accounts are worth knowing all the same
        }
        boolean decided = problem == null;
        return new AffectedAccount(
                account,
                rehearsal.names().getOrDefault(account, account),
                place.value(),
                place.value() == null ? null : atStake(rehearsal.event(), place.value()),
                FactChange.between(before, after),
                decided ? Risk.of(now) : null,
                decided ? Risk.of(then) : null,
                decided ? OutcomeChange.between(now, then) : List.of(),
                decided ? Playbook.of(now, then) : List.of(),
                rehearsal.successions().get(account),
                problem);
    }

    private static List<Evaluated> evaluate(Rehearsal rehearsal, Map<String, @Nullable Object> facts) {
        PolicySet set = rehearsal.policies();
        return new Evaluator(set).evaluate(set.inOrder(), facts, rehearsal.asOf());
    }

    private Map<String, Succession> successions(Event event) {
        return event instanceof ManagerLeaves leaves
                ? Successors.of(demand.book(leaves.on()), leaves.manager(), leaves.on())
                : Map.of();
    }

    private static @Nullable BigDecimal value(Map<String, @Nullable Object> facts) {
        return (BigDecimal) facts.get(CONTRACT_VALUE);
    }

    /** All of it where somebody who carried the relationship is gone; of a budget what is cut. */
    private static BigDecimal atStake(Event event, BigDecimal value) {
        return event instanceof BudgetCut cut ? value.multiply(cut.by()).setScale(2, RoundingMode.HALF_EVEN) : value;
    }

    private static Map<String, String> names(Handle handle, List<String> accounts) {
        Map<String, String> names = new HashMap<>();
        handle.createQuery("select id, name from account where id = any(:accounts)")
                .bindArray("accounts", String.class, accounts.toArray())
                .map((row, context) -> names.put(row.getString("id"), row.getString("name")))
                .list();
        return names;
    }
}
