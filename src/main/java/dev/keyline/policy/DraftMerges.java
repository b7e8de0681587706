package dev.keyline.policy;

import dev.keyline.engine.PolicyText;
import dev.keyline.engine.table.DmnDocument;
import dev.keyline.http.ConflictException;
import dev.keyline.http.NotFoundException;
import dev.keyline.policy.difference.MeaningDifference;
import dev.keyline.policy.difference.ModelDifference;
import dev.keyline.policy.difference.ModelMerge;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
     * @param merge the policy's own text, and the conflicts of all its files
     * @param imports what it imports, merged likewise
     */
    public record Merged(int base, int onto, ModelMerge merge, List<PolicyText> imports) {
        public Merged {
            imports = List.copyOf(imports);
        }
    }

    /**
     * What the draft would be; nothing is changed.
     *
     * @param onto the version to merge with; null: the one in force, or the last that was
     * @throws NotFoundException when there is no such version
     * @throws ConflictException when there is nothing to merge with
     */
    public Merged preview(Draft draft, @Nullable Integer onto) {
        Integer last = last(draft);
        Integer target = onto == null ? last : onto;
        Integer begun = draft.baseVersion();
        if (target == null || begun == null) {
            throw new ConflictException("The draft of " + draft.policy() + " has no version to be merged with.");
        }
        PolicyVersion theirs = policies.version(draft.policy(), target);
        int base = target.equals(last) ? begun : common(draft.policy(), begun, target);
        PolicyText begunFrom = policies.version(draft.policy(), base).asText();
        ModelMerge own = merge(begunFrom.text(), draft.text(), theirs.text());
        ImportMerge imported = ImportMerge.of(begunFrom, draft.text(), theirs.asText());
        List<ModelMerge.Conflict> conflicts = new ArrayList<>(own.conflicts());
        conflicts.addAll(imported.conflicts());
        return new Merged(base, target, new ModelMerge(own.text(), conflicts), imported.imports());
    }

    private int common(String policy, int begun, int target) {
        return new Lineage(policies.heads(policy))
                .commonAncestor(begun, target)
                .orElseThrow(() -> new ConflictException("Versions " + begun + " and " + target + " of " + policy
                        + " were not made from a common one."));
    }

    private static ModelMerge merge(String base, PolicyText mine, String theirs) {
        return isModel(mine.path())
                ? ModelMerge.ofModels(base, mine.text(), theirs)
                : ModelMerge.ofTexts(base, mine.text(), theirs);
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
        boolean ontoLast = Objects.equals(merged.onto(), last(draft));
        PolicyText text = new PolicyText(
                draft.text().id(), draft.text().path(), merged.merge().text(), merged.imports());
        return drafts.replace(
                draft,
                new Draft(
                        draft.policy(),
                        draft.author(),
                        text.files(),
                        ontoLast ? Integer.valueOf(merged.onto()) : draft.baseVersion(),
                        ontoLast ? draft.mergedVersion() : Integer.valueOf(merged.onto()),
                        draft.revision() + 1,
                        DraftStore.micros(clock.instant()),
                        draft.message()));
    }

    private @Nullable Integer last(Draft draft) {
        return policies.last(draft.policy(), clock.instant()).orElse(null);
    }

    /**
     * What changed between two texts of a policy, in words and rows.
     *
     * @throws dev.keyline.engine.RejectedTextException when one of them is not well-formed
     */
    public static ModelDifference between(PolicyText before, PolicyText after) {
        ModelDifference difference = isModel(after.path())
                ? ModelDifference.ofModels(before.text(), after.text())
                : ModelDifference.ofTexts(before.text(), after.text());
        for (FilePair pair : FilePair.imported(before, after)) {
            difference = difference.and(pair.path(), pair.difference());
        }
        return difference;
    }

    /**
     * On which inputs two texts of a model answer differently.
     *
     * @throws dev.keyline.engine.RejectedTextException when one of them is not well-formed
     */
    public static MeaningDifference meaning(PolicyText before, PolicyText after, PolicyText vocabulary) {
        DmnDocument[] imported = Stream.concat(Stream.of(vocabulary), after.imports().stream())
                .map(FilePair::document)
                .toArray(DmnDocument[]::new);
        MeaningDifference difference =
                MeaningDifference.between(FilePair.document(before), FilePair.document(after), imported);
        for (FilePair pair : FilePair.imported(before, after)) {
            difference = difference.and(pair.path(), pair.meaning(imported));
        }
        return difference;
    }
}
