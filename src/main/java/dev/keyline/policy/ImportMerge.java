package dev.keyline.policy;

import dev.keyline.engine.PolicyText;
import dev.keyline.policy.difference.ModelMerge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a policy imports, changed on two sides: each file merged like the policy's own.
 *
 * @param imports with both sides' changes, and mine where they contradict each other
 */
record ImportMerge(List<PolicyText> imports, List<ModelMerge.Conflict> conflicts) {
    static ImportMerge of(PolicyText base, PolicyText mine, PolicyText theirs) {
        Map<String, PolicyText> were = byPath(base);
        Map<String, PolicyText> ours = byPath(mine);
        Map<String, PolicyText> others = byPath(theirs);
        Set<String> paths = new LinkedHashSet<>(ours.keySet());
        paths.addAll(others.keySet());
        ImportMerge merged = new ImportMerge(new ArrayList<>(), new ArrayList<>());
        paths.forEach(path -> merged.add(path, were.get(path), ours.get(path), others.get(path)));
        return merged;
    }

    private void add(String path, @Nullable PolicyText base, @Nullable PolicyText mine, @Nullable PolicyText theirs) {
        if (base != null && mine != null && theirs != null) {
            ModelMerge merge = ModelMerge.ofModels(base.text(), mine.text(), theirs.text());
            imports.add(new PolicyText(mine.id(), path, merge.text()));
            conflicts.addAll(merge.conflicts());
            return;
        }
        PolicyText kept = Objects.equals(mine, base) ? theirs : mine;
        if (kept != null) {
            imports.add(kept);
        }
        if (!Objects.equals(mine, base) && !Objects.equals(theirs, base) && !Objects.equals(mine, theirs)) {
            conflicts.add(ModelMerge.outside("the file " + path));
        }
    }

    private static Map<String, PolicyText> byPath(PolicyText policy) {
        Map<String, PolicyText> files = new LinkedHashMap<>();
        policy.imports().forEach(file -> files.put(file.path(), file));
        return files;
    }
}
