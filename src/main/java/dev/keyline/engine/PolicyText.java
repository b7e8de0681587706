package dev.keyline.engine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Stream;

/**
 * A policy as its owner wrote it.
 *
 * @param id the policy's name: its model's name and the stem of its file, in kebab-case
 * @param path where it stands in the repository, as rows cite it: {@code dmn/tiering/account-tier.dmn}
 * @param text the DMN model or the DRL source
 * @param imports models that it imports beside the shared vocabulary, each at a path of its own; mostly none
 */
public record PolicyText(String id, String path, String text, List<PolicyText> imports) {
    public PolicyText {
        imports = List.copyOf(imports);
    }

    /** A policy of one file. */
    public PolicyText(String id, String path, String text) {
        this(id, path, text, List.of());
    }

    /** A policy of several files, its own first. */
    public static PolicyText of(List<PolicyText> files) {
        PolicyText own = files.get(0);
        return new PolicyText(own.id(), own.path(), own.text(), files.subList(1, files.size()));
    }

    /** Its files, its own first. */
    public List<PolicyText> files() {
        return Stream.concat(Stream.of(new PolicyText(id, path, text)), imports.stream())
                .toList();
    }

    @JsonIgnore
    public boolean isRules() {
        return path.endsWith(".drl");
    }
}
