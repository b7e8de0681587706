package dev.keyline.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.model.api.DMNElement;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.NamedElement;
import org.kie.dmn.model.api.RuleAnnotation;

/** The rows of a model's decision tables, by the id their author gave them. */
final class DmnRows {
    private final Map<String, RowHit> byId = new LinkedHashMap<>();

    /**
     * The rows of a policy's models.
     *
     * @throws RejectedTextException when two models have a row of one id: a row is spoken of by its id alone
     */
    static DmnRows of(List<DMNModel> models) {
        DmnRows rows = new DmnRows();
        for (DMNModel model : models) {
            List<DecisionTable> tables = new ArrayList<>(model.getDefinitions().findAllChildren(DecisionTable.class));
            tables.forEach(table -> rows.add(table, model.getResource().getSourcePath()));
        }
        return rows;
    }

    private void add(DecisionTable table, String file) {
        int number = 0;
        for (DecisionRule rule : table.getRule()) {
            number++;
            String id = rule.getId() == null ? table.getId() + "#" + number : rule.getId();
            RowHit before = byId.put(id, new RowHit(id, file, decisionOf(table), number, annotationOf(rule)));
            if (before != null && !before.file().equals(file)) {
                throw new RejectedTextException(
                        file,
                        List.of("the row " + id + " stands in " + before.file() + ", too: give it an id of its own"));
            }
        }
    }

    private static String decisionOf(DecisionTable table) {
        Object parent = table.getParent();
        while (parent instanceof DMNElement element && !(parent instanceof NamedElement)) {
            parent = element.getParent();
        }
        return parent instanceof NamedElement named ? named.getName() : table.getId();
    }

    private static String annotationOf(DecisionRule rule) {
        return rule.getAnnotationEntry().stream().map(RuleAnnotation::getText).collect(Collectors.joining("; "));
    }

    List<RowHit> all() {
        return List.copyOf(byId.values());
    }

    RowHit byId(String id) {
        RowHit row = byId.get(id);
        if (row == null) {
            throw new IllegalStateException("the engine selected a row that the model does not have: " + id);
        }
        return row;
    }
}
