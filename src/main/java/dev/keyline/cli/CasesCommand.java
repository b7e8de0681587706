package dev.keyline.cli;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.contained.ContainedEngine;
import dev.keyline.http.BadInputException;
import dev.keyline.policy.ShippedFiles;
import dev.keyline.policycase.CaseFault;
import dev.keyline.policycase.CaseResult;
import dev.keyline.policycase.CaseRunner;
import dev.keyline.policycase.CaseSheet;
import dev.keyline.policycase.PolicyCase;
import dev.keyline.policycase.TableCoverage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cases}: a policy's cases, and which rows they cover. */
@Command(
        name = "cases",
        description =
                "Runs the cases of a policy on a DMN model and says which rows no case covers. Exits with 1 when a"
                        + " case fails.",
        mixinStandardHelpOptions = true)
final class CasesCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "POLICY", description = "A .dmn file, named like the policy.")
    private Path file = Path.of("");

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = "A .yaml file of cases; without it those that this release ships for the policy.")
    private @Nullable Path sheet;

    @Mixin
    private final CatalogueOptions words = new CatalogueOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (ContainedEngine engine = CatalogueOptions.engine()) {
            return run(words.compile(file, engine));
        }
    }

    private int run(CompiledPolicy policy) {
        CaseRunner runner = new CaseRunner(policy, words.catalogue(), words.zone());
        List<CaseResult> results = cases(policy.id()).stream().map(runner::run).toList();
        List<Report.Line> lines = new ArrayList<>();
        results.stream().filter(result -> !result.passed()).forEach(result -> {
            for (CaseFault fault : result.faults()) {
                lines.add(new Report.Line(
                        Report.Level.ERROR,
                        "case-failed",
                        file.toString(),
                        result.name(),
                        (fault.at().isEmpty() ? "" : fault.at() + " ") + fault.message(),
                        null));
            }
        });
        for (TableCoverage table : TableCoverage.of(policy.rows(), results)) {
            table.uncovered()
                    .forEach(row -> lines.add(new Report.Line(
                            Report.Level.WARNING,
                            "row-uncovered",
                            file.toString(),
                            String.valueOf(table.table()),
                            "row " + row + " decides in no case",
                            null)));
        }
        long failed = results.stream().filter(result -> !result.passed()).count();
        output.write(
                spec, new Report("Cases passed: %d, failed: %d.".formatted(results.size() - failed, failed), lines));
        return failed == 0 ? 0 : Commands.FOUND;
    }

    private List<PolicyCase> cases(String policy) {
        if (sheet == null) {
            return ShippedFiles.under("policy-cases").stream()
                    .filter(shipped -> shipped.id().equals(policy))
                    .findFirst()
                    .map(shipped ->
                            CaseSheet.read(shipped.path(), shipped.text()).cases())
                    .orElseThrow(() -> new UnusableFileException(
                            file + ": this release ships no cases of " + policy + ": name some by --cases"));
        }
        try {
            CaseSheet read =
                    CaseSheet.read(sheet.toString(), PolicyFile.read(sheet).text());
            if (!read.policy().equals(policy)) {
                throw new UnusableFileException(sheet + ": holds cases of " + read.policy() + ", not of " + policy);
            }
            return read.cases();
        } catch (BadInputException e) {
            throw new UnusableFileException(String.valueOf(e.getMessage()));
        }
    }
}
