package dev.keyline.draftcheck;

import dev.keyline.policy.check.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a check found. */
@Schema(description = "What a check found.")
public record CheckReport(
        @Schema(description = "How many errors: with one the draft answers wrongly or not at all.")
        int errors,

        @Schema(description = "How many warnings: likely mistakes.")
        int warnings,

        @Schema(description = "How many hints: the tables could be better.")
        int hints,

        @Schema(description = "Everything found, errors first.")
        List<Found> findings) {

    /** One thing found. */
    @Schema(description = "One thing found.")
    public record Found(
            @Schema(
                    description = "How grave.",
                    enumeration = {"error", "warning", "hint"})
            String severity,

            @Schema(description = "What it is.", examples = "gap")
            String kind,

            @Schema(description = "The decision whose table it is in.", examples = "care by tier", nullable = true)
            @Nullable
            String table,

            @Schema(description = "The row's id.", examples = "care-tier-1", nullable = true) @Nullable
            String row,

            @Schema(description = "What people call the column.", examples = "tier", nullable = true) @Nullable
            String column,

            @Schema(description = "The place in the cell's text, from 1.", nullable = true) @Nullable
            Integer at,

            @Schema(description = "A sentence.") String message,

            @Schema(description = "A case that shows it: values by the expressions of the columns.", nullable = true)
            @Nullable
            Map<String, @Nullable Object> witness,

            @Schema(description = "A row id to take instead, unique in the policy.", nullable = true) @Nullable
            String proposal) {

        static Found of(Finding finding) {
            return new Found(
                    word(finding.severity()),
                    finding.kind().word(),
                    finding.table(),
                    finding.row(),
                    finding.column(),
                    finding.at(),
                    finding.message(),
                    finding.witness().isEmpty() ? null : finding.witness(),
                    finding.proposal());
        }
    }

    static CheckReport of(List<Finding> findings) {
        return new CheckReport(
                count(findings, Finding.Severity.ERROR),
                count(findings, Finding.Severity.WARNING),
                count(findings, Finding.Severity.HINT),
                findings.stream().map(Found::of).toList());
    }

    /** Each error in words, with the table it is in. */
    public List<String> errorMessages() {
        return findings.stream()
                .filter(found -> found.severity().equals(word(Finding.Severity.ERROR)))
                .map(found -> (found.table() == null ? "" : found.table() + ": ") + found.message())
                .toList();
    }

    private static String word(Finding.Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static int count(List<Finding> findings, Finding.Severity severity) {
        return (int) findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
