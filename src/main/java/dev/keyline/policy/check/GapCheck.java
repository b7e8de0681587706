package dev.keyline.policy.check;

import dev.keyline.engine.table.Box;
import dev.keyline.engine.table.DecisionTable;
import dev.keyline.engine.table.Sweep;
import dev.keyline.policy.check.Finding.Kind;
import dev.keyline.policy.check.Finding.Severity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds cases that match no row of a table that answers with one row. */
final class GapCheck {
    private static final int MOST = 20;

    private final Cases cases;

    GapCheck(Cases cases) {
        this.cases = cases;
    }

    void check() {
        if (cases.table.outputs().stream().anyMatch(output -> output.otherwise() != null)) {
            return;
        }
        Box present = cases.space.whole();
        List<Integer> absent = new ArrayList<>();
        for (int axis = 0; axis < cases.space.axes(); axis++) {
            int nothing = cases.space.nothing(axis);
            DecisionTable.Column column = column(cases.space.expression(axis));
            boolean declared = column != null
                    && column.allowed() != null
                    && column.allowed().matches(null);
            if (nothing >= 0 && !declared && cases.space.regions(axis) > 1) {
                BitSet others = (BitSet) present.regions().get(axis).clone();
                others.clear(nothing);
                present = present.with(axis, others);
                if (column != null && column.named()) {
                    absent.add(axis);
                }
            }
        }
        for (Sweep.Found gap : cases.uncovered(present, cases.all(), MOST)) {
            gap(gap.box(), present);
        }
        for (int axis : absent) {
            BitSet nothing = new BitSet();
            nothing.set(cases.space.nothing(axis));
            cases.uncovered(present.with(axis, nothing), cases.all(), 1).stream()
                    .findFirst()
                    .ifPresent(gap -> cases.add(cases.finding(
                                    Severity.HINT,
                                    Kind.GAP,
                                    "where " + cases.space.title(axis) + " is absent there may be no row that matches")
                            .under(cases.space.title(axis))
                            .shownBy(cases.space.witness(gap.box()))));
        }
    }

    private DecisionTable.@Nullable Column column(String expression) {
        return cases.table.columns().stream()
                .filter(column -> column.expression().equals(expression))
                .findFirst()
                .orElse(null);
    }

    private void gap(Box box, Box within) {
        boolean certain = cases.isCertain(box);
        cases.add(cases.finding(
                        certain ? Severity.WARNING : Severity.HINT,
                        Kind.GAP,
                        "cases with " + cases.space.words(box, within)
                                + (certain ? " match no row" : " may match no row"))
                .shownBy(cases.space.witness(box)));
    }
}
