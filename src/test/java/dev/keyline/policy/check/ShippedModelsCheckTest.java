package dev.keyline.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.engine.table.DmnDocument;
import dev.keyline.policy.check.Finding.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models that ship, as the check sees them. */
class ShippedModelsCheckTest {
    private static final Path ROOT = Path.of("dmn");
    private static final DmnDocument FACTS = read(ROOT.resolve("facts/facts.dmn"));

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .toList();
        }
    }

    private static DmnDocument read(Path file) {
        try {
            return DmnDocument.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothing_is_found_that_is_graver_than_a_hint(Path file) {
        DmnDocument model = read(file);

        List<Finding> findings =
                Check.of(new Check.Subject(model, List.of(FACTS), model, Set.of(), Map.of(), List.of()));

        assertThat(findings)
                .filteredOn(finding -> finding.severity() != Severity.HINT)
                .isEmpty();
    }
}
