package dev.keyline.engine;

import dev.keyline.facts.FactCatalogue;
import dev.keyline.facts.RuleFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The policies as they stand in the repository. */
public final class Shipped {
    public static final PolicyText VOCABULARY = text(Path.of("dmn/facts/facts.dmn"));
    public static final FactCatalogue CATALOGUE = FactCatalogue.read(
            Vocabulary.read(VOCABULARY),
            text(Path.of("dmn/facts/catalogue.yaml")).text());

    private static final Engine ENGINE = new Engine(new RuleFacts());

    private Shipped() {}

    public static List<PolicyText> policies() {
        return Stream.of("dmn", "rules")
                .flatMap(root -> files(Path.of(root), ".dmn", ".drl").stream())
                .filter(file -> !file.equals(Path.of(VOCABULARY.path())))
                .map(Shipped::text)
                .toList();
    }

    public static CompiledPolicy compiled(PolicyText policy) {
        return ENGINE.compile(policy, VOCABULARY);
    }

    public static List<Path> files(Path root, String... endings) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(root.toString(), e);
        }
    }

    private static PolicyText text(Path file) {
        try {
            String name = file.getFileName().toString();
            return new PolicyText(
                    name.substring(0, name.lastIndexOf('.')),
                    file.toString().replace('\\', '/'),
                    Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
