package dev.keyline.proposal;

import dev.keyline.draftcheck.CheckReport;
import dev.keyline.draftcheck.DraftChecks;
import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.RejectedTextException;
import dev.keyline.http.ConflictException;
import dev.keyline.impact.Impact;
import dev.keyline.impact.Impacts;
import dev.keyline.impact.RehearsedPolicy;
import dev.keyline.impact.Scope;
import dev.keyline.job.JobState;
import dev.keyline.policy.Draft;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicySet;
import dev.keyline.policycase.CaseRun;
import dev.keyline.policycase.CaseRuns;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds out what an approver has to know: whether drafts are right, what their cases say, and what they would change. */
@Singleton
class EvidenceOfDrafts {
    private final Policies policies;
    private final DraftChecks checks;
    private final CaseRuns cases;
    private final Impacts impacts;

    @Inject
    EvidenceOfDrafts(Policies policies, DraftChecks checks, CaseRuns cases, Impacts impacts) {
        this.policies = policies;
        this.checks = checks;
        this.cases = cases;
        this.impacts = impacts;
    }

    /**
     * Everything that can be told at once. Cases that fail are told, and left to the approver: a changed rule often
     * answers otherwise than a case of the rule before.
     *
     * @param after what is in force, with the drafts in place
     * @param impact a finished rehearsal of the same texts; null: none
     * @throws RejectedTextException when the check finds an error
     * @throws ConflictException when the impact is not finished, or is about other texts
     */
    Evidence of(List<Draft> chosen, PolicySet after, @Nullable UUID impact) {
        List<Evidence.Checked> checked = checked(chosen, after);
        if (impact != null) {
            requireSame(impact, chosen);
        }
        return new Evidence(checked, cases(chosen, after), impact, null);
    }

    private List<Evidence.Checked> checked(List<Draft> chosen, PolicySet after) {
        PolicyText vocabulary = chosen.stream()
                .filter(draft -> draft.policy().equals(Policies.VOCABULARY))
                .findFirst()
                .map(Draft::text)
                .orElseGet(() ->
                        policies.inForce(Policies.VOCABULARY).orElseThrow().asText());
        List<Evidence.Checked> checked = new ArrayList<>();
        for (Draft draft : chosen) {
            PolicyText text = draft.text();
            if (text.path().endsWith(".dmn")) {
                List<PolicyText> files = draft.policy().equals(Policies.VOCABULARY)
                        ? text.files()
                        : Stream.concat(text.files().stream(), Stream.of(vocabulary))
                                .toList();
                CheckReport report = checks.of(files, after.catalogue());
                if (report.errors() > 0) {
                    throw new RejectedTextException(text.path(), report.errorMessages());
                }
                checked.add(new Evidence.Checked(draft.policy(), report));
            }
        }
        return checked;
    }

    private List<Evidence.CasesShown> cases(List<Draft> chosen, PolicySet after) {
        Set<String> drafted = chosen.stream().map(Draft::policy).collect(Collectors.toSet());
        boolean everywhere = drafted.contains(Policies.VOCABULARY) || drafted.contains(Policies.CATALOGUE);
        List<String> asked =
                everywhere ? after.inOrder().stream().map(CompiledPolicy::id).toList() : after.downstream(drafted);
        List<Evidence.CasesShown> shown = new ArrayList<>();
        for (String policy : asked) {
            CaseRun run = cases.run(after, policy);
            if (drafted.contains(policy) || !run.cases().isEmpty()) {
                shown.add(Evidence.CasesShown.of(run));
            }
        }
        return shown;
    }

    private void requireSame(UUID id, List<Draft> chosen) {
        JobState state = impacts.get(id).state();
        if (state != JobState.FINISHED) {
            throw new ConflictException("Impact " + id + " is " + state.name().toLowerCase(Locale.ROOT)
                    + ": it can be shown once it is finished.");
        }
        Set<PolicyText> drafts = chosen.stream().map(Draft::text).collect(Collectors.toSet());
        if (!drafts.equals(new HashSet<>(impacts.texts(id)))) {
            throw new ConflictException(
                    "Impact " + id + " was made of other texts than these drafts have now: ask for one of these.");
        }
    }

    /** Asks for a rehearsal of the drafts over the whole portfolio; {@link #begin()} after the commit starts it. */
    UUID rehearse(Handle handle, List<Draft> chosen, String caller) {
        List<RehearsedPolicy.Text> texts = chosen.stream()
                .map(draft -> RehearsedPolicy.Text.of(
                        new RehearsedPolicy(draft.policy(), draft.author(), null), draft.text()))
                .toList();
        return impacts.submit(handle, texts, Scope.PORTFOLIO, false, caller);
    }

    void begin() {
        impacts.begin();
    }

    /** As it stands now; null when the evidence names none, or it is no longer kept. */
    @Nullable
    Impact impact(Evidence evidence) {
        UUID id = evidence.impactId();
        return id == null ? null : impacts.find(id).orElse(null);
    }
}
