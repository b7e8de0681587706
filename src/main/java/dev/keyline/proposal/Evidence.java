package dev.keyline.proposal;

import dev.keyline.draftcheck.CheckReport;
import dev.keyline.impact.Impact;
import dev.keyline.policycase.CaseResult;
import dev.keyline.policycase.CaseRun;
import dev.keyline.policycase.TableCoverage;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was found out about drafts when they were put forward, for whoever approves them. */
@Schema(name = "ProposalEvidence", description = "What was found out about drafts when they were put forward.")
public record Evidence(
        @Schema(description = "What the check found in each of the models; none has an error.")
        List<Checked> check,

        @Schema(
                description =
                        "The cases of the proposed policies, and of those that need their outcomes, as they ran on the drafts.")
        List<CasesShown> cases,

        @Schema(description = "The rehearsal of the same texts; null: none was given or asked for.", nullable = true)
        @Nullable
        UUID impactId,

        @Schema(
                description = "That rehearsal as it stands now, which goes on after the proposal was made; null in"
                        + " lists, and where there is none.",
                nullable = true)
        @Nullable
        Impact impact) {
    /** Of proposals from before evidence was kept. */
    static final Evidence NONE = new Evidence(List.of(), List.of(), null, null);

    public Evidence {
        check = List.copyOf(check);
        cases = List.copyOf(cases);
    }

    /** A proposed model's check. */
    @Schema(name = "CheckedModel", description = "What the check found in a proposed model.")
    public record Checked(
            @Schema(description = "The policy.") String policy,

            @Schema(description = "What was found.") CheckReport report) {}

    /** A policy's cases on the drafts. */
    @Schema(name = "ShownCases", description = "How a policy's cases ran on the drafts.")
    public record CasesShown(
            @Schema(description = "The policy.") String policy,

            @Schema(description = "How many cases passed.") int passed,

            @Schema(description = "How many did not.") int failed,

            @Schema(description = "Those that did not, with what they expected.")
            List<CaseResult> failures,

            @Schema(description = "Rows and rules that decided in no case.")
            List<String> uncovered) {
        public CasesShown {
            failures = List.copyOf(failures);
            uncovered = List.copyOf(uncovered);
        }

        static CasesShown of(CaseRun run) {
            return new CasesShown(
                    run.policy(),
                    run.passed(),
                    run.failed(),
                    run.cases().stream()
                            .map(CaseRun.RunCase::result)
                            .filter(result -> !result.passed())
                            .toList(),
                    run.coverage().stream()
                            .map(TableCoverage::uncovered)
                            .flatMap(List::stream)
                            .toList());
        }
    }

    Evidence with(UUID impact) {
        return new Evidence(check, cases, impact, null);
    }

    Evidence with(@Nullable Impact found) {
        return new Evidence(check, cases, impactId, found);
    }
}
