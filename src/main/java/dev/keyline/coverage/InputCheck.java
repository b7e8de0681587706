package dev.keyline.coverage;

import dev.keyline.http.InputError;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What is wrong with a plan's input, found before a solve begins, each with a JSON pointer to the row. */
public final class InputCheck {
    public static final Duration MAX_TIME_LIMIT = Duration.ofMinutes(10);
    private static final int MAX_ACCOUNTS = 100_000;
    private static final int MAX_PEOPLE = 10_000;
    private static final long MAX_CAPACITY = 10_000;
    private static final BigDecimal MAX_REVENUE = new BigDecimal("1000000000000");
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private final PlanInput input;
    private final List<InputError> errors = new ArrayList<>();

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
        if (check.errors.isEmpty()) {
            check.errors.addAll(PinCheck.errors(input));
        }
        if (check.errors.isEmpty()) {
            check.replanning();
        }
        return List.copyOf(check.errors);
    }

    private void require(boolean holds, String pointer, String message) {
        if (!holds) {
            errors.add(new InputError(pointer, message));
        }
    }

    private void running() {
        Duration limit = input.timeLimit();
        require(
                limit.compareTo(Duration.ZERO) > 0 && limit.compareTo(MAX_TIME_LIMIT) <= 0,
                "/timeLimit",
                "must be longer than nothing and at most " + MAX_TIME_LIMIT);
        require(input.scoreLimit() == null || input.scoreLimit() > 0, "/scoreLimit", "must be at least 1");
        require(
                !input.asOf().isBefore(EARLIEST) && input.asOf().isBefore(LATEST),
                "/asOf",
                "must be a day from " + EARLIEST + " to " + LATEST);
    }

    private void limits() {
        Limits limits = input.limits();
        count("/limits/tier1Accounts", limits.tier1Accounts());
        revenue("/limits/annualRevenue", limits.annualRevenue());
        count("/limits/sponsoredTarget", limits.sponsoredTarget());
        count("/limits/sponsoredAccounts", limits.sponsoredAccounts());
        count("/limits/sponsoredByChiefExecutive", limits.sponsoredByChiefExecutive());
        between("/limits/sponsorLevelsBelow", limits.sponsorLevelsBelow(), 0, 5);
        between("/limits/frozenDays", limits.frozenDays(), 0, 366);
        between("/limits/moveCostPercent", limits.moveCostPercent(), 0, 100);
        between("/limits/newHirePercent", limits.newHirePercent(), 0, 1000);
        between("/limits/industryMatchPercent", limits.industryMatchPercent(), 0, 1000);
        between("/limits/busiestTolerancePercent", limits.busiestTolerancePercent(), 0, 1000);
        require(limits.rampPercent().size() <= 24, "/limits/rampPercent", "must have at most 24 months");
        for (int i = 0; i < limits.rampPercent().size(); i++) {
            between("/limits/rampPercent/" + i, limits.rampPercent().get(i), 0, 100);
        }
    }

    private void weights(SortedMap<String, Defaults.Weight> known) {
        input.weights().forEach((name, percent) -> {
            Defaults.Weight weight = known.get(name);
            String pointer = "/weights/" + name;
            if (weight == null) {
                require(false, pointer, "is no soft constraint; one of " + known.keySet() + " is");
            } else {
                between(pointer, percent, weight.min(), weight.max());
            }
        });
    }

    private void people() {
        require(
                input.people().stream().anyMatch(person -> person.kind() == PersonKind.ACCOUNT_MANAGER),
                "/people",
                "must hold at least one account manager");
        require(input.people().size() <= MAX_PEOPLE, "/people", "must hold at most " + MAX_PEOPLE + " people");
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < input.people().size(); i++) {
            Person person = input.people().get(i);
            String row = "/people/" + i;
            unique(row + "/id", person.id(), seen.putIfAbsent(person.id(), i));
            between(row + "/level", person.level(), 1, 6);
            require(
                    person.capacity().value().compareTo(BigDecimal.valueOf(MAX_CAPACITY)) <= 0,
                    row + "/capacity",
                    "must be at most " + MAX_CAPACITY + " points");
            if (person.maxSponsored() != null) {
                count(row + "/maxSponsored", person.maxSponsored());
            }
            require(
                    person.startsOn() == null
                            || person.leavesOn() == null
                            || person.startsOn().isBefore(person.leavesOn()),
                    row + "/leavesOn",
                    "must be after startsOn");
            for (int l = 0; l < person.leave().size(); l++) {
                Leave leave = person.leave().get(l);
                require(!leave.to().isBefore(leave.from()), row + "/leave/" + l + "/to", "must not be before from");
            }
        }
    }

    private void demand() {
        require(!input.demand().isEmpty(), "/demand", "must hold at least one account");
        require(input.demand().size() <= MAX_ACCOUNTS, "/demand", "must hold at most " + MAX_ACCOUNTS + " accounts");
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < input.demand().size(); i++) {
            AccountDemand account = input.demand().get(i);
            String row = "/demand/" + i;
            unique(row + "/id", account.id(), seen.putIfAbsent(account.id(), i));
            require(
                    account.points().value().compareTo(BigDecimal.valueOf(MAX_CAPACITY)) <= 0,
                    row + "/points",
                    "must be at most " + MAX_CAPACITY + " points");
            if (account.annualRevenue() != null) {
                revenue(row + "/annualRevenue", account.annualRevenue());
            }
            if (account.counterpartLevel() != null) {
                between(row + "/counterpartLevel", account.counterpartLevel(), 1, 6);
            }
        }
        for (int i = 0; i < input.approvedMoves().size(); i++) {
            String id = input.approvedMoves().get(i);
            require(seen.containsKey(id), "/approvedMoves/" + i, "there is no account " + id + " in this plan");
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
            require(known.contains(id), "/replanning/mayMove/" + i, "there is no account " + id + " in this plan");
        }
        Integer most = asked.maxMoves();
        if (most != null) {
            count("/replanning/maxMoves", most);
            int forced = new MustMove(input).forced().size();
            require(
                    most >= forced,
                    "/replanning/maxMoves",
                    "must be at least " + forced + ": so many accounts cannot stay with who holds them");
        }
    }

    private void unique(String pointer, String id, @org.jspecify.annotations.Nullable Integer before) {
        require(!id.isBlank(), pointer, "must not be blank");
        require(before == null, pointer, id + " stands in the list already, in row " + before);
    }

    private void count(String pointer, int count) {
        between(pointer, count, 0, MAX_ACCOUNTS);
    }

    private void between(String pointer, int value, int min, int max) {
        require(value >= min && value <= max, pointer, "must be from " + min + " to " + max + ", not " + value);
    }

    private void revenue(String pointer, BigDecimal amount) {
        require(
                amount.signum() >= 0 && amount.compareTo(MAX_REVENUE) <= 0,
                pointer,
                "must be from 0 to " + MAX_REVENUE + ", not " + amount.toPlainString());
    }
}
