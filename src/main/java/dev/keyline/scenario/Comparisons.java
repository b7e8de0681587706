package dev.keyline.scenario;

import dev.keyline.coverage.Assignment;
import dev.keyline.coverage.ConstraintCost;
import dev.keyline.coverage.Holders;
import dev.keyline.coverage.Judgement;
import dev.keyline.coverage.Load;
import dev.keyline.coverage.Plan;
import dev.keyline.coverage.PlanJudge;
import dev.keyline.coverage.Plans;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds two finished plans against each other. */
@Singleton
public class Comparisons {
    private static final String CONTINUITY = "continuity";

    private final Plans plans;

    @Inject
    Comparisons(Plans plans) {
        this.plans = plans;
    }

    /**
     * The two side by side; each is judged by its own limits and weights.
     *
     * @throws dev.keyline.http.NotFoundException when there is no such plan
     * @throws dev.keyline.http.ConflictException when one is not finished
     */
    public Comparison of(UUID plan, UUID with) {
        Judgement one = judged(plan);
        Judgement other = judged(with);
        return new Comparison(
                side(plans.get(plan), one),
                side(plans.get(with), other),
                differences(one, other),
                accounts(plan, with).size(),
                people(plan, with).size());
    }

    private Judgement judged(UUID plan) {
        return PlanJudge.judge(plans.input(plan), Holders.of(plans.everyAssignment(plan)));
    }

    private static Comparison.Side side(Plan plan, Judgement judgement) {
        return new Comparison.Side(
                plan,
                judgement.constraints().stream()
                        .filter(cost -> cost.constraint().equals(CONTINUITY))
                        .findFirst()
                        .map(Comparisons::revenueAtRisk)
                        .orElse(null));
    }

    /** A cost is the price in money times the weight in percent, and so in hundredths. */
    private static @Nullable BigDecimal revenueAtRisk(ConstraintCost continuity) {
        Integer percent = continuity.weight();
        return percent == null || percent == 0
                ? null
                : BigDecimal.valueOf(continuity.cost()).divide(BigDecimal.valueOf(percent), 0, RoundingMode.HALF_UP);
    }

    /** What each constraint costs in both, in the order of the first. */
    static List<Comparison.ConstraintDifference> differences(Judgement one, Judgement other) {
        Map<String, ConstraintCost> costs = new LinkedHashMap<>();
        one.constraints().forEach(cost -> costs.put(cost.constraint(), cost));
        other.constraints().forEach(cost -> costs.putIfAbsent(cost.constraint(), cost));
        return costs.values().stream()
                .map(cost -> new Comparison.ConstraintDifference(
                        cost.constraint(),
                        cost.level(),
                        one.costOf(cost.constraint()),
                        other.costOf(cost.constraint()),
                        other.costOf(cost.constraint()) - one.costOf(cost.constraint())))
                .sorted(Comparator.comparing(Comparison.ConstraintDifference::level))
                .toList();
    }

    /** The accounts that differ, by id. */
    public Page<DifferingAccount> accounts(UUID plan, UUID with, PageRequest page) {
        return page(accounts(plan, with), DifferingAccount::account, page);
    }

    private List<DifferingAccount> accounts(UUID plan, UUID with) {
        Map<String, Assignment> one = byId(plans.everyAssignment(plan), Assignment::account);
        Map<String, Assignment> other = byId(plans.everyAssignment(with), Assignment::account);
        List<DifferingAccount> differing = new ArrayList<>();
        for (String account : ids(one, other)) {
            Assignment here = one.get(account);
            Assignment there = other.get(account);
            if (DifferingAccount.differ(here, there)) {
                differing.add(new DifferingAccount(
                        account,
                        Objects.requireNonNull(here == null ? there : here).accountName(),
                        DifferingAccount.Given.of(here),
                        DifferingAccount.Given.of(there)));
            }
        }
        return differing;
    }

    /** The people of whom something else is asked, by id. */
    public Page<DifferingPerson> people(UUID plan, UUID with, PageRequest page) {
        return page(people(plan, with), person -> person.person().id(), page);
    }

    private List<DifferingPerson> people(UUID plan, UUID with) {
        Map<String, Load> one =
                byId(plans.everyLoad(plan), load -> load.person().id());
        Map<String, Load> other =
                byId(plans.everyLoad(with), load -> load.person().id());
        List<DifferingPerson> differing = new ArrayList<>();
        for (String person : ids(one, other)) {
            Load named = Objects.requireNonNull(one.getOrDefault(person, other.get(person)));
            DifferingPerson asked = new DifferingPerson(
                    named.person(),
                    named.kind(),
                    DifferingPerson.Asked.of(one.get(person)),
                    DifferingPerson.Asked.of(other.get(person)));
            if (asked.differs()) {
                differing.add(asked);
            }
        }
        return differing;
    }

    private static <T> Map<String, T> byId(List<T> rows, Function<T, String> id) {
        return rows.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    private static Set<String> ids(Map<String, ?> one, Map<String, ?> other) {
        Set<String> ids = new TreeSet<>(one.keySet());
        ids.addAll(other.keySet());
        return ids;
    }

    private static <T> Page<T> page(List<T> all, Function<T, String> id, PageRequest page) {
        String after = page.after(String.class).orElse("");
        return page.page(
                all.stream()
                        .filter(row -> id.apply(row).compareTo(after) > 0)
                        .limit(page.limit() + 1L)
                        .toList(),
                id);
    }
}
