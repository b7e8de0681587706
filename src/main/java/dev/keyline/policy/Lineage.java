package dev.keyline.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which version of a policy was made from which. */
public final class Lineage {
    private final Map<Integer, VersionHead> versions = new HashMap<>();

    /** Of the versions of one policy. */
    public Lineage(List<VersionHead> heads) {
        heads.forEach(head -> versions.put(head.number(), head));
    }

    /**
     * The version that a release ships while an edit is in force that does not know it; empty when they agree.
     *
     * @param inForce null: none
     */
    public Optional<VersionHead> diverged(@Nullable Integer inForce) {
        VersionHead present = inForce == null ? null : versions.get(inForce);
        if (present == null || present.origin() == Origin.SHIPPED) {
            return Optional.empty();
        }
        return versions.values().stream()
                .filter(head -> head.origin() == Origin.SHIPPED)
                .reduce((one, other) -> one.number() > other.number() ? one : other)
                .filter(shipped -> !shipped.sha256().equals(present.sha256())
                        && !withAncestors(present.number()).contains(shipped.number()));
    }

    /** The newest version that both were made from; empty when they have nothing in common. */
    Optional<Integer> commonAncestor(int one, int other) {
        TreeSet<Integer> common = new TreeSet<>(withAncestors(one));
        common.retainAll(withAncestors(other));
        return common.isEmpty() ? Optional.empty() : Optional.of(common.last());
    }

    private Set<Integer> withAncestors(int number) {
        Set<Integer> seen = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(number));
        while (!open.isEmpty()) {
            VersionHead head = versions.get(open.pop());
            if (head != null && seen.add(head.number())) {
                if (head.parent() != null) {
                    open.push(head.parent());
                }
                if (head.merged() != null) {
                    open.push(head.merged());
                }
            }
        }
        return seen;
    }
}
