package dev.keyline.policy.check;

import dev.keyline.engine.table.Condition;
import dev.keyline.engine.table.DecisionTable;
import dev.keyline.engine.table.DecisionTable.Conclusion;
import dev.keyline.engine.table.DecisionTable.Output;
import dev.keyline.engine.table.DecisionTable.Rule;
import dev.keyline.engine.table.ValueKind;
import dev.keyline.engine.table.Values;
import dev.keyline.policy.check.Finding.Kind;
import dev.keyline.policy.check.Finding.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks at each cell by itself. */
final class CellCheck {
    private final DecisionTable table;
    private final List<Finding> findings;

    private CellCheck(DecisionTable table, List<Finding> findings) {
        this.table = table;
        this.findings = findings;
    }

    static void of(DecisionTable table, List<Finding> findings) {
        new CellCheck(table, findings).check();
    }

    private void check() {
        table.faults()
                .forEach(fault -> add(Finding.of(
                                Severity.ERROR,
                                Kind.SYNTAX,
                                decision(),
                                fault.column() + " of row " + fault.row() + ", character " + fault.at() + ": "
                                        + fault.message())
                        .in(fault.row())
                        .under(fault.column())
                        .at(fault.at())));
        for (int i = 0; i < table.columns().size(); i++) {
            column(i);
        }
        for (Rule rule : table.rules()) {
            conclusions(rule);
        }
    }

    private void column(int index) {
        DecisionTable.Column column = table.columns().get(index);
        boolean unused = !table.rules().isEmpty();
        for (Rule rule : table.rules()) {
            Condition condition = rule.conditions().get(index);
            unused &= condition instanceof Condition.Anything;
            Set<ValueKind> kinds = new LinkedHashSet<>();
            condition.values(value -> kinds.add(Values.kind(value)));
            kinds.remove(column.kind());
            if (column.kind() != ValueKind.ANY && !kinds.isEmpty()) {
                ValueKind other = kinds.iterator().next();
                add(Finding.of(
                                Severity.ERROR,
                                Kind.TYPE,
                                decision(),
                                "row " + rule.id() + " compares " + column.title() + ", a "
                                        + column.kind().word() + ", with a " + other.word() + ": that never holds")
                        .in(rule.id())
                        .under(column.title()));
            }
            if (condition.equals(new Condition.Compared(Condition.Operator.EQUAL, null))) {
                add(Finding.of(
                                Severity.WARNING,
                                Kind.TYPE,
                                decision(),
                                "row " + rule.id() + ": \"= null\" never holds, write null")
                        .in(rule.id())
                        .under(column.title()));
            }
        }
        if (unused) {
            add(Finding.of(
                            Severity.WARNING,
                            Kind.UNUSED,
                            decision(),
                            "no row asks for " + column.title() + ": the column can go")
                    .under(column.title()));
        }
    }

    private void conclusions(Rule rule) {
        for (int i = 0; i < table.outputs().size(); i++) {
            Output output = table.outputs().get(i);
            Conclusion conclusion = rule.conclusions().get(i);
            if (!conclusion.literal()) {
                continue;
            }
            ValueKind kind = Values.kind(conclusion.value());
            boolean other = conclusion.value() != null && output.kind() != ValueKind.ANY && kind != output.kind();
            if (other) {
                add(Finding.of(
                                Severity.ERROR,
                                Kind.TYPE,
                                decision(),
                                "row " + rule.id() + " answers " + conclusion.text() + ", but " + output.name()
                                        + " is a " + output.kind().word())
                        .in(rule.id())
                        .under(output.name()));
            } else if (!output.allows(conclusion)) {
                add(Finding.of(
                                Severity.ERROR,
                                Kind.OUTPUT,
                                decision(),
                                "row " + rule.id() + " answers " + conclusion.text() + ", which " + output.name()
                                        + " does not allow")
                        .in(rule.id())
                        .under(output.name()));
            }
        }
    }

    private String decision() {
        return table.text().decision();
    }

    private void add(Finding finding) {
        findings.add(finding);
    }
}
