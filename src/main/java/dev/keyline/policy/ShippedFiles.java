package dev.keyline.policy;

import dev.keyline.engine.PolicyText;
import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The policies, the vocabulary, the catalogue and the cases that this release ships. */
public final class ShippedFiles {
    private static final List<String> ROOTS = List.of("dmn", "rules");
    private static final Pattern POLICY_FILE = Pattern.compile(".+\\.(dmn|drl|yaml)");

    private ShippedFiles() {}

    static List<PolicyText> read() {
        return ROOTS.stream()
                .flatMap(root -> under(root).stream())
                .sorted(Comparator.comparing(PolicyText::id))
                .toList();
    }

    /** The files in a directory of the class path and below it, each with its stem as id. */
    public static List<PolicyText> under(String root) {
        Map<String, PolicyText> byPath = new TreeMap<>();
        read(root, byPath);
        return List.copyOf(byPath.values());
    }

    private static void read(String root, Map<String, PolicyText> byPath) {
        try {
            ClassPathUtils.consumeAsPaths(ShippedFiles.class.getClassLoader(), root, directory -> {
                try (Stream<Path> files = Files.walk(directory)) {
                    files.filter(file -> POLICY_FILE.matcher(file.toString()).matches())
                            .map(file -> text(root, directory, file))
                            .forEach(text -> byPath.put(text.path(), text));
                } catch (IOException e) {
                    throw new UncheckedIOException(root, e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(root, e);
        }
    }

    private static PolicyText text(String root, Path directory, Path file) {
        try {
            String name = String.valueOf(file.getFileName());
            String relative = directory.relativize(file).toString().replace('\\', '/');
            return new PolicyText(
                    name.substring(0, name.lastIndexOf('.')), root + "/" + relative, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
