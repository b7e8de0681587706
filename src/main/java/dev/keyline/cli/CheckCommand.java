package dev.keyline.cli;

import dev.keyline.engine.PolicyText;
import dev.keyline.engine.RejectedTextException;
import dev.keyline.engine.contained.ContainedEngine;
import dev.keyline.engine.contained.ModelStoppedException;
import dev.keyline.engine.table.DmnDocument;
import dev.keyline.policy.check.Check;
import dev.keyline.policy.check.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: what is wrong with models. */
@Command(
        name = "check",
        description = "Checks DMN models: syntax, compilation, types, gaps, overlaps, rows that are never reached, ids,"
                + " annotations. Exits with 1 when there is an error.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "POLICY", description = ".dmn files.")
    private List<Path> files = List.of();

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "The version in force, to find changed and reused row ids; with one POLICY only.")
    private @Nullable Path inForce;

    @Mixin
    private final CatalogueOptions words = new CatalogueOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (inForce != null && files.size() > 1) {
            throw new UnusableFileException("--against is about one model; there are " + files.size());
        }
        List<Report.Line> lines = new ArrayList<>();
        List<PolicyText> beside = words.beside();
        try (ContainedEngine engine = CatalogueOptions.engine()) {
            files.forEach(file -> check(file, beside, engine, lines));
        }
        Report report = new Report("", lines);
        output.write(
                spec,
                new Report(
                        "Models: %d, errors: %d, warnings: %d, hints: %d."
                                .formatted(
                                        files.size(),
                                        report.count(Report.Level.ERROR),
                                        report.count(Report.Level.WARNING),
                                        report.count(Report.Level.NOTE)),
                        lines));
        return report.count(Report.Level.ERROR) == 0 ? 0 : Commands.FOUND;
    }

    private void check(Path path, List<PolicyText> beside, ContainedEngine engine, List<Report.Line> lines) {
        PolicyText policy = PolicyFile.read(path).asPolicy();
        DmnDocument model = PolicyFile.document(policy);
        Check.Subject subject = new Check.Subject(
                model,
                beside.stream().map(PolicyFile::document).toList(),
                inForce == null ? null : PolicyFile.read(inForce).document(),
                Set.of(),
                Map.of(),
                compilation(policy, beside, engine));
        for (Finding finding : Check.of(subject)) {
            lines.add(new Report.Line(
                    level(finding.severity()),
                    finding.kind().word(),
                    path.toString(),
                    place(finding),
                    finding.message() + (finding.proposal() == null ? "" : " Proposed: " + finding.proposal() + "."),
                    finding.witness().isEmpty() ? null : finding.witness()));
        }
    }

    private static List<String> compilation(PolicyText policy, List<PolicyText> beside, ContainedEngine engine) {
        List<PolicyText> texts = Stream.concat(
                        Stream.of(policy),
                        beside.stream().filter(other -> !other.id().equals(policy.id())))
                .toList();
        try {
            return engine.errors(texts);
        } catch (RejectedTextException e) {
            return e.problems();
        } catch (ModelStoppedException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static Report.Level level(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> Report.Level.ERROR;
            case WARNING -> Report.Level.WARNING;
            case HINT -> Report.Level.NOTE;
        };
    }

    private static String place(Finding finding) {
        return Stream.of(
                        finding.table(),
                        finding.row() == null ? null : "row " + finding.row(),
                        finding.column() == null ? null : "column " + finding.column())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
