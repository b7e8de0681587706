package dev.keyline.proposal;

import dev.keyline.engine.RejectedTextException;
import dev.keyline.facts.BadCatalogueException;
import dev.keyline.http.ConflictException;
import dev.keyline.policy.CyclicPoliciesException;
import dev.keyline.policy.Draft;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicySet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts drafts together with what will be in force beside them, before anybody is asked to approve them. */
@Singleton
class ProposalRehearsal {
    private final Policies policies;

    @Inject
    ProposalRehearsal(Policies policies) {
        this.policies = policies;
    }

    /**
     * What an approver should know of drafts that can come into force together.
     *
     * @throws RejectedTextException when they do not compile together with what is in force then
     * @throws ConflictException when a draft's base is not, it says nothing new, or policies would wait for each other's
     *     outcomes
     */
    List<String> notes(List<Draft> chosen, Instant from) {
        chosen.forEach(draft -> requireNews(draft, policies.versionsAt(from)));
        return lost(chosen, rehearse(policies.at(from), chosen));
    }

    private void requireNews(Draft draft, Map<String, Integer> inForce) {
        if (draft.texts().size() > 1) {
            throw new RejectedTextException(
                    draft.text().path(),
                    List.of("consists of several files; what comes into force is one model, which imports the facts"));
        }
        if (!Objects.equals(inForce.get(draft.policy()), draft.baseVersion())) {
            throw stale(draft.policy(), draft.baseVersion(), inForce.get(draft.policy()));
        }
        Integer base = draft.baseVersion();
        if (base != null
                && policies.version(draft.policy(), base)
                        .asText()
                        .text()
                        .equals(draft.text().text())
                && draft.mergedVersion() == null) {
            throw new ConflictException("The draft of " + draft.policy() + " says what version " + base + " says.");
        }
    }

    private static ConflictException stale(String policy, @Nullable Integer base, @Nullable Integer inForce) {
        return new ConflictException("The draft of " + policy + " was made from "
                + (base == null ? "nothing" : "version " + base) + ", and "
                + (inForce == null ? "nothing" : "version " + inForce)
                + " is in force: see GET /policies/" + policy + "/draft/merge, and rebase it.");
    }

    private PolicySet rehearse(PolicySet base, List<Draft> chosen) {
        String paths = String.join(
                ", ", chosen.stream().map(draft -> draft.text().path()).toList());
        try {
            return policies.with(base, chosen.stream().map(Draft::text).toList());
        } catch (BadCatalogueException e) {
            throw new RejectedTextException(paths, List.of(String.valueOf(e.getMessage())));
        } catch (CyclicPoliciesException e) {
            throw new ConflictException(String.valueOf(e.getMessage()));
        }
    }

    private List<String> lost(List<Draft> chosen, PolicySet after) {
        List<String> notes = new ArrayList<>();
        for (Draft draft : chosen) {
            Integer base = draft.baseVersion();
            if (base != null) {
                String before = policies.version(draft.policy(), base).text();
                notes.addAll(LostComponents.inWords(
                        draft.policy(), before, draft.text().text(), after));
            }
        }
        return notes;
    }
}
