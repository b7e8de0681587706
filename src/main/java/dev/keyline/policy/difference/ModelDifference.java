package dev.keyline.policy.difference;

import dev.keyline.engine.table.DmnDocument;
import dev.keyline.engine.table.TableText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What changed between two texts of a policy.
 *
 * @param tables those that are in both and have changed
 * @param words every change as a sentence; empty: none
 */
public record ModelDifference(List<RowDifference> tables, List<String> words) {
    public ModelDifference {
        tables = List.copyOf(tables);
        words = List.copyOf(words);
    }

    /**
     * Compares two DMN models, table by table.
     *
     * @throws dev.keyline.engine.RejectedTextException when a text is not well-formed
     */
    public static ModelDifference ofModels(String before, String after) {
        DmnDocument old = DmnDocument.read("the text before", before);
        DmnDocument young = DmnDocument.read("the text after", after);
        Map<String, TableText> was = byId(old);
        Map<String, TableText> now = byId(young);
        List<RowDifference> tables = new ArrayList<>();
        List<String> words = new ArrayList<>();
        now.forEach((id, table) -> {
            TableText earlier = was.get(id);
            if (earlier == null) {
                words.add("table " + table.decision() + " is new");
                return;
            }
            RowDifference difference = RowDifference.between(earlier, table);
            if (!difference.isEmpty()) {
                tables.add(difference);
                difference.changes().forEach(change -> words.add(table.decision() + ": " + change.words()));
            }
        });
        was.forEach((id, table) -> {
            if (!now.containsKey(id)) {
                words.add("table " + table.decision() + " is removed");
            }
        });
        if (!frame(old).equals(frame(young))) {
            words.add("something else than rows has changed");
        }
        return new ModelDifference(tables, words);
    }

    /** Compares two texts without tables. */
    public static ModelDifference ofTexts(String before, String after) {
        return new ModelDifference(List.of(), before.equals(after) ? List.of() : List.of("the text has changed"));
    }

    /** The same with what changed in a file that the policy imports. */
    public ModelDifference and(String file, ModelDifference imported) {
        return new ModelDifference(
                joined(tables, imported.tables),
                joined(
                        words,
                        imported.words.stream().map(word -> file + ": " + word).toList()));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Map<String, TableText> byId(DmnDocument document) {
        Map<String, TableText> tables = new LinkedHashMap<>();
        document.tables().forEach(table -> tables.put(table.id(), table));
        return tables;
    }

    /** All that is no row. */
    private static String frame(DmnDocument document) {
        document.tables().forEach(table -> document.replaceRows(table.withRows(List.of())));
        return document.text();
    }
}
