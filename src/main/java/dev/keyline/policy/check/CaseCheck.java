package dev.keyline.policy.check;

import dev.keyline.engine.table.Answer;
import dev.keyline.engine.table.Box;
import dev.keyline.engine.table.DecisionTable;
import dev.keyline.engine.table.DecisionTable.Rule;
import dev.keyline.engine.table.HitPolicy;
import dev.keyline.policy.check.Finding.Kind;
import dev.keyline.policy.check.Finding.Severity;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Looks at the cases a table tells apart: which match no row, which match several, which rows none. */
final class CaseCheck {
    private static final int MOST = 20;

    private final Cases cases;

    CaseCheck(Cases cases) {
        this.cases = cases;
    }

    void check() {
        impossible();
        if (cases.table.policy().isSingle()) {
            new GapCheck(cases).check();
            unreachable();
            meetings();
            notDecisive();
        }
        new ContractionCheck(cases).check();
        if (cases.budget.isSpent()) {
            cases.add(cases.finding(
                    Severity.WARNING,
                    Kind.NOT_CHECKED,
                    cases.table.text().decision()
                            + " has more cases than could be looked at: there may be more gaps, overlaps and rows "
                            + "that are never reached"));
        }
    }

    private void impossible() {
        for (Rule rule : cases.table.rules()) {
            Box box = cases.box(rule);
            for (int axis = 0; axis < cases.space.axes(); axis++) {
                if (box.regions().get(axis).isEmpty()) {
                    cases.add(cases.finding(
                                    Severity.WARNING,
                                    Kind.UNREACHABLE,
                                    "row " + rule.id() + " is never reached: no value of " + cases.space.title(axis)
                                            + " satisfies it")
                            .in(rule.id())
                            .under(cases.space.title(axis)));
                    break;
                }
            }
        }
    }

    /** Rows whose every case is taken by rows that come before them. */
    private void unreachable() {
        boolean priority = cases.table.policy() == HitPolicy.PRIORITY;
        boolean ranked = cases.table.rules().stream()
                .flatMap(rule -> rule.conclusions().stream())
                .allMatch(DecisionTable.Conclusion::literal);
        if (cases.table.policy() != HitPolicy.FIRST && !(priority && ranked)) {
            return;
        }
        Comparator<Rule> order = priority ? Answer.priority(cases.table) : Comparator.comparingInt(rule -> 0);
        Comparator<Rule> before = order.thenComparingInt(Rule::number);
        for (Rule rule : cases.table.rules()) {
            List<Rule> taking = cases.table.rules().stream()
                    .filter(other ->
                            before.compare(other, rule) < 0 && cases.box(other).meets(cases.box(rule)))
                    .toList();
            if (taking.isEmpty() || cases.box(rule).isEmpty() || cases.budget.isSpent()) {
                continue;
            }
            BitSet rows = new BitSet();
            taking.forEach(other -> rows.set(other.number() - 1));
            if (cases.uncovered(cases.box(rule), rows, 1).isEmpty() && !cases.budget.isSpent()) {
                taken(rule, taking);
            } else if (priority) {
                misleading(rule, taking);
            }
        }
    }

    private void taken(Rule rule, List<Rule> taking) {
        String who = taking.stream()
                .filter(other -> cases.box(other).contains(cases.box(rule)))
                .findFirst()
                .map(other -> other.id() + " takes every case")
                .orElseGet(() ->
                        String.join(" and ", taking.stream().map(Rule::id).toList()) + " together take every case");
        cases.add(cases.finding(Severity.WARNING, Kind.UNREACHABLE, "row " + rule.id() + " is never reached: " + who)
                .in(rule.id())
                .shownBy(cases.space.witness(cases.box(rule))));
    }

    private void misleading(Rule rule, List<Rule> taking) {
        taking.stream()
                .filter(other -> other.number() > rule.number())
                .findFirst()
                .ifPresent(other -> cases.add(cases.finding(
                                Severity.HINT,
                                Kind.MISLEADING,
                                "row " + rule.id() + " stands above " + other.id()
                                        + ", which answers where both match, as its output has priority")
                        .in(rule.id())
                        .shownBy(cases.space.witness(cases.box(rule).and(cases.box(other))))));
    }

    /** Rows that match together, where the hit policy allows it or not. */
    private void meetings() {
        int found = 0;
        int unknown = 0;
        boolean any = false;
        for (Rule rule : cases.table.rules()) {
            for (Rule other : cases.table
                    .rules()
                    .subList(rule.number(), cases.table.rules().size())) {
                if (!cases.budget.spend(1) || !cases.box(rule).meets(cases.box(other))) {
                    continue;
                }
                any = true;
                if (!Answer.of(cases.table, List.of(rule, other)).text().startsWith("error: several")) {
                    continue;
                }
                Box both = cases.box(rule).and(cases.box(other));
                if (cases.isCertain(both)) {
                    found++;
                    overlap(rule, other, both, found);
                } else {
                    unknown++;
                }
            }
        }
        if (unknown > 0) {
            cases.add(cases.finding(
                    Severity.HINT,
                    Kind.NOT_CHECKED,
                    unknown + " pairs of rows are told apart by expressions only: whether both match is not checked"));
        }
        if (!any
                && cases.table.policy() == HitPolicy.FIRST
                && cases.table.rules().size() > 1
                && !cases.budget.isSpent()) {
            cases.add(cases.finding(
                    Severity.HINT,
                    Kind.HIT_POLICY,
                    "no two rows match together: UNIQUE says the same as FIRST and depends on no order"));
        }
    }

    /** Conditions on which no answer ever depends alone. */
    private void notDecisive() {
        Mcdc.of(cases, Set.of()).undecided().stream()
                .filter(undecided -> undecided.column() != null)
                .limit(MOST)
                .forEach(undecided -> cases.add(cases.finding(
                                Severity.HINT,
                                Kind.NOT_DECISIVE,
                                "row " + undecided.row() + ": no answer depends on " + undecided.column() + " alone")
                        .in(undecided.row())
                        .under(Objects.requireNonNull(undecided.column()))));
    }

    private void overlap(Rule rule, Rule other, Box both, int found) {
        if (found <= MOST) {
            cases.add(cases.finding(
                            Severity.ERROR,
                            Kind.OVERLAP,
                            "rows " + rule.id() + " and " + other.id() + " both match " + cases.space.words(both)
                                    + (cases.table.policy() == HitPolicy.ANY ? " and answer differently" : ""))
                    .in(other.id())
                    .shownBy(cases.space.witness(both)));
        } else if (found == MOST + 1) {
            cases.add(cases.finding(Severity.ERROR, Kind.OVERLAP, "there are more rows that match together"));
        }
    }
}
