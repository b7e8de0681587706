package dev.keyline.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at a plan's assignments and its input, and at nothing of the solver's: what is broken, and how busy who is. */
final class PlanChecker {
    private final PlanInput input;
    private final Map<String, Person> people;
    private final Map<String, AccountDemand> accounts;
    private final SolvedPlan plan;
    private final List<String> broken = new ArrayList<>();

    private PlanChecker(PlanInput input, SolvedPlan plan) {
        this.input = input;
        this.plan = plan;
        this.people = input.people().stream().collect(Collectors.toMap(Person::id, Function.identity()));
        this.accounts = input.demand().stream().collect(Collectors.toMap(AccountDemand::id, Function.identity()));
    }

    /** What a plan breaks, in words; nothing for a good one. */
    static List<String> broken(PlanInput input, SolvedPlan plan) {
        PlanChecker checker = new PlanChecker(input, plan);
        checker.everyAccountOnce();
        checker.managers();
        checker.sponsors();
        checker.pins();
        checker.busiest();
        return checker.broken;
    }

    private void check(boolean holds, String what) {
        if (!holds) {
            broken.add(what);
        }
    }

    private void everyAccountOnce() {
        check(
                plan.assignments().stream()
                        .map(Assignment::account)
                        .toList()
                        .equals(input.demand().stream().map(AccountDemand::id).toList()),
                "the accounts of the plan are not those of the demand");
    }

    private void managers() {
        Map<String, BigDecimal> points = new HashMap<>();
        Map<String, BigDecimal> revenue = new HashMap<>();
        Map<String, Integer> tier1 = new HashMap<>();
        for (Assignment assignment : plan.assignments()) {
            AccountDemand account = account(assignment);
            Person manager = person(assignment.accountManager());
            check((manager == null) == isUncoveredInWords(assignment), account.id() + " and its reason disagree");
            if (manager == null) {
                continue;
            }
            check(manager.kind() == PersonKind.ACCOUNT_MANAGER, manager.id() + " is no account manager");
            check(
                    account.region() == null
                            || manager.regions().isEmpty()
                            || manager.regions().contains(account.region()),
                    manager.id() + " does not cover the region of " + account.id());
            check(
                    account.language() == null || manager.languages().contains(account.language()),
                    manager.id() + " does not speak the language of " + account.id());
            points.merge(manager.id(), account.points().value(), BigDecimal::add);
            tier1.merge(manager.id(), account.tier() == dev.keyline.terms.Tier.TIER_1 ? 1 : 0, Integer::sum);
            if (account.annualRevenue() != null) {
                revenue.merge(manager.id(), account.annualRevenue(), BigDecimal::add);
            }
            frozen(account, manager);
        }
        points.forEach((id, load) -> check(load.doubleValue() <= capacity(id) + 1e-9, id + " is over capacity"));
        revenue.forEach((id, sum) -> check(sum.compareTo(input.limits().annualRevenue()) <= 0, id + " over revenue"));
        tier1.forEach((id, count) -> check(count <= input.limits().tier1Accounts(), id + " over Tier 1"));
    }

    private static boolean isUncoveredInWords(Assignment assignment) {
        return assignment.reason() != null && assignment.reason().contains("Uncovered.");
    }

    private void frozen(AccountDemand account, Person manager) {
        LocalDate renewal = account.renewalOn();
        boolean near = account.inNegotiation()
                || (renewal != null
                        && !renewal.isBefore(input.asOf())
                        && ChronoUnit.DAYS.between(input.asOf(), renewal)
                                <= input.limits().frozenDays());
        boolean presentIsThere = account.accountManager() != null
                && people.containsKey(account.accountManager())
                && capacity(account.accountManager()) > 0;
        check(
                !near
                        || !presentIsThere
                        || input.approvedMoves().contains(account.id())
                        || manager.id().equals(account.accountManager()),
                account.id() + " moved although it must stay");
    }

    private void sponsors() {
        Map<String, List<AccountDemand>> sponsored = new HashMap<>();
        for (Assignment assignment : plan.assignments()) {
            AccountDemand account = account(assignment);
            Person sponsor = person(assignment.sponsor());
            check(
                    assignment.sponsorMissing() == (account.sponsorNeeded() && sponsor == null),
                    account.id() + " misses a sponsor unsaid");
            if (sponsor == null) {
                continue;
            }
            check(sponsor.kind() == PersonKind.EXECUTIVE, sponsor.id() + " is no executive");
            check(
                    account.counterpartLevel() == null || sponsor.level() >= account.counterpartLevel() - 1,
                    sponsor.id() + " stands too low for " + account.id());
            Person manager = person(assignment.accountManager());
            check(
                    manager == null || !sponsor.id().equals(manager.lineManager()),
                    sponsor.id() + " sponsors beside a direct report");
            List<AccountDemand> others = sponsored.computeIfAbsent(sponsor.id(), id -> new ArrayList<>());
            others.forEach(other -> check(
                    other.industry() == null
                            || !other.industry().equals(account.industry())
                            || other.competesWith() != null
                            || account.competesWith() != null,
                    sponsor.id() + " sponsors competitors"));
            others.add(account);
            check(others.size() <= (sponsor.level() == 6 ? 1 : 3), sponsor.id() + " sponsors too many");
        }
    }

    private void pins() {
        Map<String, Assignment> byAccount =
                plan.assignments().stream().collect(Collectors.toMap(Assignment::account, Function.identity()));
        for (Pin pin : input.pins()) {
            Assignment assignment = byAccount.get(pin.account());
            PersonRef holder = pin.seat() == Seat.ACCOUNT_MANAGER ? assignment.accountManager() : assignment.sponsor();
            check(holder == null || holder.id().equals(pin.person()), "the pin of " + pin.account() + " is gone");
        }
    }

    private void busiest() {
        Map<String, Double> utilisation = plan.assignments().stream()
                .filter(assignment -> assignment.accountManager() != null)
                .collect(Collectors.groupingBy(
                        assignment -> assignment.accountManager().id(),
                        Collectors.summingDouble(
                                assignment -> assignment.points().value().doubleValue())));
        double most = utilisation.entrySet().stream()
                .mapToDouble(entry -> entry.getValue() / capacity(entry.getKey()))
                .max()
                .orElse(0);
        Busiest said = plan.busiest();
        check(
                said == null ? most == 0 : Math.abs(said.utilisation().doubleValue() - most) < 2e-4,
                "the busiest is at " + most + ", not at " + said);
    }

    /** Points in the month, without the ramp and leave that the solver's own arithmetic would bring along. */
    private double capacity(String id) {
        Person person = people.get(id);
        if ((person.leavesOn() != null && !person.leavesOn().isAfter(input.asOf()))
                || (person.startsOn() != null && person.startsOn().isAfter(input.asOf()))) {
            return 0;
        }
        double full = person.capacity().value().doubleValue();
        long months = person.startsOn() == null ? 99 : ChronoUnit.MONTHS.between(person.startsOn(), input.asOf());
        return full * Math.min(4, months) / 4;
    }

    private AccountDemand account(Assignment assignment) {
        return accounts.get(assignment.account());
    }

    private @Nullable Person person(@Nullable PersonRef ref) {
        return ref == null ? null : people.get(ref.id());
    }
}
