package dev.keyline.policy.check;

import dev.keyline.engine.table.Box;
import dev.keyline.engine.table.Budget;
import dev.keyline.engine.table.DecisionTable;
import dev.keyline.engine.table.DecisionTable.Rule;
import dev.keyline.engine.table.Space;
import dev.keyline.engine.table.Sweep;
import dev.keyline.policy.check.Finding.Kind;
import dev.keyline.policy.check.Finding.Severity;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The cases that a table tells apart, and what is found of them within one budget. */
final class Cases {
    private static final long STEPS = 30_000_000;

    final DecisionTable table;
    final Space space;
    final Budget budget = new Budget(STEPS);
    private final List<Box> boxes;
    private final List<Finding> findings;

    Cases(DecisionTable table, List<Finding> findings) {
        this.table = table;
        this.findings = findings;
        this.space = Space.of(table);
        this.boxes = IntStream.range(0, space.rows()).mapToObj(space::of).toList();
    }

    Box box(Rule rule) {
        return boxes.get(rule.number() - 1);
    }

    Finding finding(Severity severity, Kind kind, String message) {
        return Finding.of(severity, kind, table.text().decision(), message);
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    /** Whether no opaque cell has a say in a box. */
    boolean isCertain(Box box) {
        return IntStream.range(0, space.axes())
                .filter(space::isOpaque)
                .allMatch(axis -> box.regions().get(axis).cardinality() == space.regions(axis));
    }

    /** Cases of a box in which none of some rows matches. */
    List<Sweep.Found> uncovered(Box within, BitSet rows, int limit) {
        Sweep.Verdict verdict =
                (candidates, certain) -> candidates.isEmpty() ? 1 : candidates.intersects(certain) ? 0 : Sweep.OPEN;
        return new Sweep(space, within, verdict, budget).find(rows, limit).found();
    }

    BitSet all() {
        BitSet all = new BitSet();
        all.set(0, space.rows());
        return all;
    }
}
