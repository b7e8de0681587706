package dev.keyline.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How a command's report is written, the same for all of them. */
final class OutputOptions {
    @Option(
            names = {"-f", "--format"},
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} without it.",
            defaultValue = "TEXT")
    private Report.Format format = Report.Format.TEXT;

    void write(@Nullable CommandSpec spec, Report report) {
        report.write(format, Objects.requireNonNull(spec).commandLine().getOut());
    }
}
