package dev.keyline.proposal;

import dev.keyline.engine.RejectedTextException;
import dev.keyline.engine.table.DmnDocument;
import dev.keyline.facts.Fact;
import dev.keyline.facts.FactSource;
import dev.keyline.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Components that a policy's outcome had and will have no longer, and who misses them. */
final class LostComponents {
    private LostComponents() {}

    /**
     * In words, one sentence a component.
     *
     * @param after the set with the new text in it
     */
    static List<String> inWords(String policy, String before, String now, PolicySet after) {
        List<String> lost = new ArrayList<>(components(policy, before));
        lost.removeAll(components(policy, now));
        return lost.stream()
                .map(component -> "The outcome of " + policy + " loses " + component + ", which "
                        + readers(policy, component, after) + ".")
                .toList();
    }

    private static List<String> components(String policy, String text) {
        try {
            return DmnDocument.read(policy, text).outcomeComponents(policy);
        } catch (RejectedTextException e) {
            return List.of(); // no model, as the catalogue
        }
    }

    private static String readers(String policy, String component, PolicySet after) {
        List<String> facts = after.catalogue().all().stream()
                .filter(fact -> reads(fact.source(), policy, component))
                .map(Fact::name)
                .toList();
        if (facts.isEmpty()) {
            return "no fact is taken from; callers may read it";
        }
        String readers = after.inOrder().stream()
                .filter(other -> other.facts().stream().anyMatch(facts::contains))
                .map(other -> other.id())
                .collect(Collectors.joining(", "));
        return "fact " + String.join(", ", facts) + " is taken from"
                + (readers.isEmpty() ? "" : " and " + readers + " asks for");
    }

    private static boolean reads(FactSource source, String policy, String component) {
        if (source instanceof FactSource.Outcome outcome) {
            return outcome.policy().equals(policy) && component.equals(outcome.path());
        }
        return source instanceof FactSource.Previous previous
                && previous.policy().equals(policy)
                && component.equals(previous.path());
    }
}
