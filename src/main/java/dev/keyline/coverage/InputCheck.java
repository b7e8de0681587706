package dev.keyline.coverage;

import dev.keyline.http.InputError;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What is wrong with a plan's input, found before a solve begins, each with a JSON pointer to the row. */
public final class InputCheck {
    public static final Duration MAX_TIME_LIMIT = Duration.ofMinutes(10);
    private static final int MAX_PEOPLE = 10_000;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private final PlanInput input;
    private final Bounds bounds = new Bounds();

    private InputCheck(PlanInput input) {
        this.input = input;
    }

    /** Everything found; empty when the plan can be solved. Pins are looked at only when the rest is sound. */
    public static List<InputError> errors(PlanInput input) {
        InputCheck check = new InputCheck(input);
        check.running();
        check.limits();
        check.weights(Defaults.shipped().weights());
        check.people();
        check.demand();
        PairingCheck.check(input, check.bounds);
        if (check.bounds.errors().isEmpty()) {
            check.bounds.add(PinCheck.errors(input));
        }
        if (check.bounds.errors().isEmpty()) {
            check.replanning();
        }
        return check.bounds.errors();
    }

    /** Everything wrong with one account beside a plan, by its place in it. */
    static List<InputError> accountErrors(AccountDemand account) {
        Bounds bounds = new Bounds();
        bounds.unique("/id", account.id(), null);
        bounds.account("", account);
        return bounds.errors();
    }

    private void running() {
        Duration limit = input.timeLimit();
        bounds.require(
                limit.compareTo(Duration.ZERO) > 0 && limit.compareTo(MAX_TIME_LIMIT) <= 0,
                "/timeLimit",
                "must be longer than nothing and at most " + MAX_TIME_LIMIT);
        bounds.require(input.scoreLimit() == null || input.scoreLimit() > 0, "/scoreLimit", "must be at least 1");
        bounds.require(
                !input.asOf().isBefore(EARLIEST) && input.asOf().isBefore(LATEST),
                "/asOf",
                "must be a day from " + EARLIEST + " to " + LATEST);
    }

    private void limits() {
        Limits limits = input.limits();
        bounds.count("/limits/tier1Accounts", limits.tier1Accounts());
        bounds.money("/limits/annualRevenue", limits.annualRevenue());
        bounds.count("/limits/sponsoredTarget", limits.sponsoredTarget());
        bounds.count("/limits/sponsoredAccounts", limits.sponsoredAccounts());
        bounds.count("/limits/sponsoredByChiefExecutive", limits.sponsoredByChiefExecutive());
        bounds.between("/limits/sponsorLevelsBelow", limits.sponsorLevelsBelow(), 0, 5);
        bounds.between("/limits/frozenDays", limits.frozenDays(), 0, 366);
        bounds.between("/limits/moveCostPercent", limits.moveCostPercent(), 0, 100);
        bounds.between("/limits/newHirePercent", limits.newHirePercent(), 0, 1000);
        bounds.between("/limits/industryMatchPercent", limits.industryMatchPercent(), 0, 1000);
        bounds.between("/limits/busiestTolerancePercent", limits.busiestTolerancePercent(), 0, 1000);
        bounds.require(limits.rampPercent().size() <= 24, "/limits/rampPercent", "must have at most 24 months");
        for (int i = 0; i < limits.rampPercent().size(); i++) {
            bounds.between("/limits/rampPercent/" + i, limits.rampPercent().get(i), 0, 100);
        }
    }

    private void weights(SortedMap<String, Defaults.Weight> known) {
        input.weights().forEach((name, percent) -> {
            Defaults.Weight weight = known.get(name);
            String pointer = "/weights/" + name;
            if (weight == null) {
                bounds.require(false, pointer, "is no soft constraint; one of " + known.keySet() + " is");
            } else {
                bounds.between(pointer, percent, weight.min(), weight.max());
            }
        });
    }

    private void people() {
        bounds.require(
                input.people().stream().anyMatch(person -> person.kind() == PersonKind.ACCOUNT_MANAGER),
                "/people",
                "must hold at least one account manager");
        bounds.require(input.people().size() <= MAX_PEOPLE, "/people", "must hold at most " + MAX_PEOPLE + " people");
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < input.people().size(); i++) {
            Person person = input.people().get(i);
            String row = "/people/" + i;
            bounds.unique(row + "/id", person.id(), seen.putIfAbsent(person.id(), i));
            bounds.between(row + "/level", person.level(), 1, 6);
            bounds.points(row + "/capacity", person.capacity());
            bounds.place(row + "/place", person.place());
            if (person.maxSponsored() != null) {
                bounds.count(row + "/maxSponsored", person.maxSponsored());
            }
            bounds.require(
                    person.startsOn() == null
                            || person.leavesOn() == null
                            || person.startsOn().isBefore(person.leavesOn()),
                    row + "/leavesOn",
                    "must be after startsOn");
            for (int l = 0; l < person.leave().size(); l++) {
                Leave leave = person.leave().get(l);
                bounds.require(
                        !leave.to().isBefore(leave.from()), row + "/leave/" + l + "/to", "must not be before from");
            }
        }
    }

    private void demand() {
        bounds.require(!input.demand().isEmpty(), "/demand", "must hold at least one account");
        bounds.require(
                input.demand().size() <= Bounds.MAX_ACCOUNTS,
                "/demand",
                "must hold at most " + Bounds.MAX_ACCOUNTS + " accounts");
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < input.demand().size(); i++) {
            AccountDemand account = input.demand().get(i);
            String row = "/demand/" + i;
            bounds.unique(row + "/id", account.id(), seen.putIfAbsent(account.id(), i));
            bounds.account(row, account);
        }
        for (int i = 0; i < input.approvedMoves().size(); i++) {
            String id = input.approvedMoves().get(i);
            bounds.require(seen.containsKey(id), "/approvedMoves/" + i, "there is no account " + id + " in this plan");
        }
    }

    private void replanning() {
        Replanning asked = input.replanning();
        if (asked == null) {
            return;
        }
        Set<String> known = input.demand().stream().map(AccountDemand::id).collect(Collectors.toSet());
        for (int i = 0; i < asked.mayMove().size(); i++) {
            String id = asked.mayMove().get(i);
            bounds.require(
                    known.contains(id), "/replanning/mayMove/" + i, "there is no account " + id + " in this plan");
        }
        Integer most = asked.maxMoves();
        if (most != null) {
            bounds.count("/replanning/maxMoves", most);
            int forced = new MustMove(input).forced().size();
            bounds.require(
                    most >= forced,
                    "/replanning/maxMoves",
                    "must be at least " + forced + ": so many accounts cannot stay with who holds them");
        }
    }
}
