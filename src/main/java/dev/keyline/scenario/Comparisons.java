package dev.keyline.scenario;

import dev.keyline.coverage.ConstraintCost;
import dev.keyline.coverage.Explanations;
import dev.keyline.coverage.Judgement;
import dev.keyline.coverage.Load;
import dev.keyline.coverage.Plan;
import dev.keyline.coverage.PlanDifferences;
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
    private final PlanDifferences differences;
    private final Explanations explanations;

    @Inject
    Comparisons(Plans plans, PlanDifferences differences, Explanations explanations) {
        this.plans = plans;
        this.differences = differences;
        this.explanations = explanations;
    }

    /**
     * The two side by side; each is judged by its own limits and weights.
     *
     * @throws dev.keyline.http.NotFoundException when there is no such plan
     * @throws dev.keyline.http.ConflictException when one is not finished
     */
    public Comparison of(UUID plan, UUID with) {
        Judgement one = explanations.judgement(plan);
        Judgement other = explanations.judgement(with);
        return new Comparison(
                side(plans.get(plan), one),
                side(plans.get(with), other),
                differences(one, other),
                differences.count(plan, with),
                people(plan, with).size());
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
        String after = page.after(String.class).orElse("");
        return page.page(
                differences.after(plan, with, after, page.limit() + 1).stream()
                        .map(DifferingAccount::of)
                        .toList(),
                DifferingAccount::account);
    }

    /** The people of whom something else is asked, by id. */
    public Page<DifferingPerson> people(UUID plan, UUID with, PageRequest page) {
        String after = page.after(String.class).orElse("");
        return page.page(
                people(plan, with).stream()
                        .filter(differing -> differing.person().id().compareTo(after) > 0)
                        .limit(page.limit() + 1L)
                        .toList(),
                differing -> differing.person().id());
    }

    private List<DifferingPerson> people(UUID plan, UUID with) {
        Map<String, Load> one = byId(plans.everyLoad(plan));
        Map<String, Load> other = byId(plans.everyLoad(with));
        Set<String> everybody = new TreeSet<>(one.keySet());
        everybody.addAll(other.keySet());
        List<DifferingPerson> differing = new ArrayList<>();
        for (String person : everybody) {
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

    private static Map<String, Load> byId(List<Load> loads) {
        return loads.stream().collect(Collectors.toMap(load -> load.person().id(), Function.identity()));
    }
}
