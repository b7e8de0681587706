package dev.keyline.policy.check;

import dev.keyline.engine.table.DecisionTable;
import dev.keyline.engine.table.DmnDocument;
import dev.keyline.engine.table.ModelTypes;
import dev.keyline.engine.table.TableText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a model's decision tables without evaluating anything. */
public final class Check {
    private Check() {}

    /**
     * What is checked, and what it is checked against.
     *
     * @param model the draft
     * @param imported the models that it imports
     * @param inForce the version that it would replace; null when there is none
     * @param needed names of decisions and inputs that other policies or rules use
     * @param sent the facts that recorded callers sent of late, by caller
     * @param compilation what the engine said when it compiled the draft
     */
    public record Subject(
            DmnDocument model,
            List<DmnDocument> imported,
            @Nullable DmnDocument inForce,
            Set<String> needed,
            Map<String, Set<String>> sent,
            List<String> compilation) {

        public Subject {
            imported = List.copyOf(imported);
            needed = Set.copyOf(needed);
            sent = Map.copyOf(sent);
            compilation = List.copyOf(compilation);
        }

        /** A model by itself. */
        public static Subject of(DmnDocument model, DmnDocument... imported) {
            return new Subject(model, List.of(imported), null, Set.of(), Map.of(), List.of());
        }
    }

    /** Everything found, errors first, else in the order of the model. */
    public static List<Finding> of(Subject subject) {
        List<Finding> findings = new ArrayList<>();
        subject.compilation()
                .forEach(message ->
                        findings.add(Finding.of(Finding.Severity.ERROR, Finding.Kind.COMPILATION, null, message)));
        DmnDocument[] imported = subject.imported().toArray(new DmnDocument[0]);
        ModelTypes types = ModelTypes.of(subject.model(), imported);
        List<TableText> texts = subject.model().tables();
        for (TableText text : texts) {
            DecisionTable table = DecisionTable.of(text, types);
            CellCheck.of(table, findings);
            if (subject.model().accepted(text.id()).isEmpty()) {
                new CaseCheck(new Cases(table, findings)).check();
            }
        }
        RowIds.check(texts, subject.inForce(), findings);
        ModelCheck.of(subject, findings);
        return findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
    }
}
