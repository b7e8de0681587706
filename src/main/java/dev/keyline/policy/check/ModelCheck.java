package dev.keyline.policy.check;

import dev.keyline.engine.table.DmnDocument;
import dev.keyline.engine.table.OtherLogic;
import dev.keyline.policy.check.Finding.Kind;
import dev.keyline.policy.check.Finding.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks at a model from outside: what others need of it, and what it asks of its callers. */
final class ModelCheck {
    private ModelCheck() {}

    static void of(Check.Subject subject, List<Finding> findings) {
        DmnDocument model = subject.model();
        OtherLogic.unusedInputs(model)
                .forEach(name -> findings.add(Finding.of(
                        Severity.WARNING, Kind.UNUSED, null, "the input " + name + " is used by no expression")));
        Set<String> names = new HashSet<>(model.names("decision"));
        names.addAll(model.names("inputData"));
        names.addAll(model.names("businessKnowledgeModel"));
        new TreeSet<>(subject.needed())
                .stream()
                        .filter(name -> !names.contains(name))
                        .forEach(name -> findings.add(Finding.of(
                                Severity.ERROR,
                                Kind.NAME,
                                null,
                                "other policies or rules need " + name + ", which is no longer there")));
        if (subject.inForce() != null) {
            Set<String> asked = new HashSet<>(subject.inForce().names("inputData"));
            model.names("inputData").stream()
                    .filter(fact -> !asked.contains(fact))
                    .forEach(fact -> newFact(subject, fact, findings));
        }
    }

    private static void newFact(Check.Subject subject, String fact, List<Finding> findings) {
        List<String> callers = subject.sent().entrySet().stream()
                .filter(caller -> !caller.getValue().contains(fact))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!callers.isEmpty()) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    Kind.NEW_FACT,
                    null,
                    "the fact " + fact + " is new, and is not sent by " + String.join(", ", callers)));
        }
    }
}
