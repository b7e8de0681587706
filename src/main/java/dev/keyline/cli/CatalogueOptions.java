package dev.keyline.cli;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.RejectedTextException;
import dev.keyline.engine.Vocabulary;
import dev.keyline.engine.contained.ContainedEngine;
import dev.keyline.engine.contained.ModelStoppedException;
import dev.keyline.engine.contained.Standing;
import dev.keyline.facts.BadCatalogueException;
import dev.keyline.facts.FactCatalogue;
import dev.keyline.policy.Policies;
import dev.keyline.policy.ShippedFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What policies are read with: the shared words, where facts come from, the zone in which days begin. */
final class CatalogueOptions {
    @Option(
            names = "--facts",
            paramLabel = "FILE",
            description = "The vocabulary that the models import; without it the one that this release ships.")
    private @Nullable Path vocabulary;

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description = "The fact catalogue; without it the one that this release ships.")
    private @Nullable Path catalogue;

    @Option(
            names = "--import",
            paramLabel = "FILE",
            description = "A model that the policy imports beside the vocabulary; may be repeated.")
    private List<Path> imported = List.of();

    @Option(
            names = "--zone",
            description = "The business zone, in which days begin; ${DEFAULT-VALUE} without it.",
            defaultValue = "Z")
    private ZoneId zone = ZoneOffset.UTC;

    ZoneId zone() {
        return zone;
    }

    private List<PolicyText> imports() {
        return imported.stream().map(file -> PolicyFile.read(file).asPolicy()).toList();
    }

    /** Everything that a policy imports, the vocabulary last. */
    List<PolicyText> beside() {
        return Stream.concat(imports().stream(), Stream.of(vocabulary())).toList();
    }

    PolicyText vocabulary() {
        return vocabulary == null
                ? shipped(Policies.VOCABULARY)
                : PolicyFile.read(vocabulary).asPolicy();
    }

    FactCatalogue catalogue() {
        PolicyText text = catalogue == null
                ? shipped(Policies.CATALOGUE)
                : PolicyFile.read(catalogue).asPolicy();
        try {
            return FactCatalogue.read(Vocabulary.read(vocabulary()), text.text());
        } catch (RejectedTextException | BadCatalogueException e) {
            throw new UnusableFileException(text.path() + ": " + e.getMessage());
        }
    }

    /** A policy of a file, ready to answer for as long as the engine is open. */
    CompiledPolicy compile(Path file, ContainedEngine engine) {
        try {
            PolicyText own = PolicyFile.read(file).asPolicy();
            return engine.compile(
                    new PolicyText(own.id(), own.path(), own.text(), imports()), vocabulary(), Standing.DRAFT);
        } catch (RejectedTextException | ModelStoppedException e) {
            throw new UnusableFileException(String.valueOf(e.getMessage()));
        }
    }

    /** As the service has it, for somebody else's models too; what is counted against a text lasts for this command. */
    static ContainedEngine engine() {
        return new ContainedEngine(
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                2,
                192,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofMinutes(5));
    }

    private static PolicyText shipped(String name) {
        return ShippedFiles.under("dmn/facts").stream()
                .filter(file -> file.id().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
