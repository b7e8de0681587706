package dev.keyline.policy;

import dev.keyline.engine.PolicyText;
import dev.keyline.engine.table.DmnDocument;
import dev.keyline.policy.difference.MeaningDifference;
import dev.keyline.policy.difference.ModelDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that two texts of a policy import.
 *
 * @param before null: the text before does not import it
 * @param after null: the text after does not
 */
record FilePair(
        String path, @Nullable PolicyText before, @Nullable PolicyText after) {
    /** Those of two texts, by path: the files of the text after first. */
    static List<FilePair> imported(PolicyText before, PolicyText after) {
        Map<String, PolicyText> were = new LinkedHashMap<>();
        before.imports().forEach(file -> were.put(file.path(), file));
        List<FilePair> pairs = new ArrayList<>();
        after.imports().forEach(file -> pairs.add(new FilePair(file.path(), were.remove(file.path()), file)));
        were.values().forEach(file -> pairs.add(new FilePair(file.path(), file, null)));
        return pairs;
    }

    ModelDifference difference() {
        return before == null || after == null
                ? new ModelDifference(List.of(), List.of(onOneSide()))
                : ModelDifference.ofModels(before.text(), after.text());
    }

    MeaningDifference meaning(DmnDocument... imported) {
        return before == null || after == null
                ? new MeaningDifference(List.of(), List.of(onOneSide()))
                : MeaningDifference.between(document(before), document(after), imported);
    }

    private String onOneSide() {
        return before == null ? "the file is new" : "the file is removed";
    }

    static DmnDocument document(PolicyText text) {
        return DmnDocument.read(text.path(), text.text());
    }
}
