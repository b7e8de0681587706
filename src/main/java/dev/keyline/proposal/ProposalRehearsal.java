package dev.keyline.proposal;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.RejectedTextException;
import dev.keyline.engine.table.DmnDocument;
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
     * Drafts in their places.
     *
     * @param notes what an approver should know
     */
    record Rehearsed(PolicySet set, List<String> notes) {}

    /**
     * Drafts that can come into force together.
     *
     * @throws RejectedTextException when they do not compile together with what is in force then
     * @throws ConflictException when a draft's base is not, it says nothing new, or policies would wait for each other's
     *     outcomes
     */
    Rehearsed of(List<Draft> chosen, Instant from) {
        chosen.forEach(draft -> {
            requireSharedWords(draft);
            requireNews(draft, from);
        });
        PolicySet after = rehearse(policies.at(from), chosen);
        List<String> notes = lost(chosen, after);
        chosen.forEach(draft -> after.find(draft.policy())
                .flatMap(CompiledPolicy::untranslated)
                .ifPresent(why -> notes.add(draft.policy()
                        + " is answered by the DMN engine itself, some hundred times slower than a translated policy: "
                        + why + ".")));
        return new Rehearsed(after, notes);
    }

    /** A draft may bring its own vocabulary to be tried with; what is in force is read with the one that all share. */
    private void requireSharedWords(Draft draft) {
        String shared =
                namespace(policies.inForce(Policies.VOCABULARY).orElseThrow().asText());
        for (PolicyText file : draft.text().imports()) {
            if (namespace(file).equals(shared)) {
                throw new RejectedTextException(
                        file.path(),
                        List.of("is another vocabulary; in force there is one: leave it out, or draft "
                                + Policies.VOCABULARY + " and propose both together"));
            }
        }
    }

    private static String namespace(PolicyText text) {
        return DmnDocument.read(text.path(), text.text()).namespace();
    }

    private void requireNews(Draft draft, Instant from) {
        String policy = draft.policy();
        Integer last = policies.last(policy, from).orElse(null);
        Integer base = draft.baseVersion();
        if (!Objects.equals(last, base)) {
            throw stale(policy, base, last);
        }
        if (base != null
                && base.equals(policies.versionsAt(from).get(policy)) // one that is out of force may come back
                && policies.version(policy, base).asText().equals(draft.text())
                && draft.mergedVersion() == null) {
            throw new ConflictException("The draft of " + policy + " says what version " + base + " says.");
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
