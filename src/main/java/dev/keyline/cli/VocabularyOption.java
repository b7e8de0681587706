package dev.keyline.cli;

import dev.keyline.engine.table.DmnDocument;
import dev.keyline.policy.Policies;
import dev.keyline.policy.ShippedFiles;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The shared words that models import. */
final class VocabularyOption {
    @Option(
            names = "--facts",
            paramLabel = "FILE",
            description = "The vocabulary that the models import; without it the one that this release ships.")
    private @Nullable Path file;

    DmnDocument document() {
        if (file != null) {
            return PolicyFile.read(file).document();
        }
        return ShippedFiles.under("dmn/facts").stream()
                .filter(shipped -> shipped.id().equals(Policies.VOCABULARY))
                .findFirst()
                .map(shipped -> DmnDocument.read(shipped.path(), shipped.text()))
                .orElseThrow();
    }
}
