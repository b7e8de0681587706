package dev.keyline.policy.check;

import dev.keyline.engine.table.Box;
import dev.keyline.engine.table.DecisionTable;
import dev.keyline.engine.table.DecisionTable.Rule;
import dev.keyline.engine.table.HitPolicy;
import dev.keyline.policy.check.Finding.Kind;
import dev.keyline.policy.check.Finding.Severity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds rows that answer the same and differ in one column only. */
final class ContractionCheck {
    private final Cases cases;

    ContractionCheck(Cases cases) {
        this.cases = cases;
    }

    void check() {
        record Key(int axis, Box rest, List<DecisionTable.Conclusion> conclusions) {}
        if (cases.table.policy() != HitPolicy.UNIQUE && cases.table.policy() != HitPolicy.ANY) {
            return;
        }
        Map<Key, List<Rule>> alike = new LinkedHashMap<>();
        for (int axis = 0; axis < cases.space.axes() && cases.budget.spend(cases.space.rows()); axis++) {
            for (Rule rule : cases.table.rules()) {
                Box rest = cases.box(rule).with(axis, new BitSet());
                if (!cases.space.isOpaque(axis)
                        && !cases.space.isFollowed(axis)
                        && !cases.box(rule).isEmpty()) {
                    alike.computeIfAbsent(new Key(axis, rest, rule.conclusions()), key -> new ArrayList<>())
                            .add(rule);
                }
            }
        }
        alike.forEach((key, rules) -> {
            if (rules.size() > 1) {
                List<String> ids = rules.stream().map(Rule::id).toList();
                cases.add(cases.finding(
                                Severity.HINT,
                                Kind.CONTRACTIBLE,
                                "rows " + String.join(", ", ids) + " answer the same and differ in "
                                        + cases.space.title(key.axis()) + " only: they can be one row")
                        .in(ids.get(0))
                        .under(cases.space.title(key.axis())));
            }
        });
    }
}
