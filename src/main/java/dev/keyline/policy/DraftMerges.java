package dev.keyline.policy;

import dev.keyline.engine.PolicyText;
import dev.keyline.engine.RejectedTextException;
import dev.keyline.http.ConflictException;
import dev.keyline.http.NotFoundException;
import dev.keyline.policy.difference.ModelDifference;
import dev.keyline.policy.difference.ModelMerge;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings a draft together with what came into force, or was shipped, since it was begun. */
@Singleton
public class DraftMerges {
    private final Policies policies;
    private final Drafts drafts;
    private final Clock clock;

    @Inject
    DraftMerges(Policies policies, Drafts drafts, Clock clock) {
        this.policies = policies;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * A draft together with a version.
     *
     * @param base the version that both began from
     * @param onto the version
     */
    public record Merged(int base, int onto, ModelMerge merge) {}

    /**
     * What the draft would be; nothing is changed.
     *
     * @param onto the version to merge with; null: the one in force
     * @throws NotFoundException when there is no such version
     * @throws ConflictException when there is nothing to merge with
     */
    public Merged preview(Draft draft, @Nullable Integer onto) {
        Integer inForce = inForce(draft);
        Integer target = onto == null ? inForce : onto;
        Integer begun = draft.baseVersion();
        if (target == null || begun == null) {
            throw new ConflictException("The draft of " + draft.policy() + " has no version to be merged with.");
        }
        PolicyVersion theirs = policies.version(draft.policy(), target);
        int base = target.equals(inForce) ? begun : common(draft.policy(), begun, target);
        return new Merged(base, target, merge(draft, policies.version(draft.policy(), base), theirs));
    }

    private int common(String policy, int begun, int target) {
        return new Lineage(policies.heads(policy))
                .commonAncestor(begun, target)
                .orElseThrow(() -> new ConflictException("Versions " + begun + " and " + target + " of " + policy
                        + " were not made from a common one."));
    }

    private static ModelMerge merge(Draft draft, PolicyVersion base, PolicyVersion theirs) {
        String mine = draft.text().text();
        return isModel(draft.text().path())
                ? ModelMerge.ofModels(base.text(), mine, theirs.text())
                : ModelMerge.ofTexts(base.text(), mine, theirs.text());
    }

    private static boolean isModel(String path) {
        return path.endsWith(".dmn");
    }

    /**
     * Puts the merged text in the draft's place, on the version in force.
     *
     * @param onto a version other than the one in force, whose changes are taken over, as of a release that diverged
     * @throws ConflictException when there are conflicts, which a person has to settle: nothing is changed
     */
    public Draft rebase(Draft draft, @Nullable Integer onto) {
        Merged merged = preview(draft, onto);
        if (!merged.merge().conflicts().isEmpty()) {
            throw new ConflictException("Both changed the same: "
                    + String.join(
                            "; ",
                            merged.merge().conflicts().stream()
                                    .map(conflict -> conflict.place().words())
                                    .toList())
                    + ". Settle it in the draft and save it with base=" + merged.onto() + ".");
        }
        boolean ontoInForce = Objects.equals(merged.onto(), inForce(draft));
        List<PolicyText> texts = new ArrayList<>(draft.texts());
        texts.set(
                0,
                new PolicyText(
                        draft.text().id(), draft.text().path(), merged.merge().text()));
        return drafts.replace(
                draft,
                new Draft(
                        draft.policy(),
                        draft.author(),
                        texts,
                        ontoInForce ? Integer.valueOf(merged.onto()) : draft.baseVersion(),
                        ontoInForce ? draft.mergedVersion() : Integer.valueOf(merged.onto()),
                        draft.revision() + 1,
                        DraftStore.micros(clock.instant()),
                        draft.message()));
    }

    private @Nullable Integer inForce(Draft draft) {
        return policies.versionsAt(clock.instant()).get(draft.policy());
    }

    /**
     * What changed between two texts of a policy, in words and rows.
     *
     * @throws RejectedTextException when one of them is not well-formed
     */
    public static ModelDifference between(PolicyText before, PolicyText after) {
        return isModel(after.path())
                ? ModelDifference.ofModels(before.text(), after.text())
                : ModelDifference.ofTexts(before.text(), after.text());
    }
}
