package dev.keyline.impact;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.facts.FactSource;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicySet;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is in force beside the same with drafts in place.
 *
 * @param drafted the policies that certainly have to be asked: with another vocabulary all of them
 * @param order those policies and all that their outcomes reach, in order
 */
record TwoSets(PolicySet present, PolicySet rehearsed, Set<String> drafted, List<String> order) {

    /**
     * Compiles the drafts.
     *
     * @throws dev.keyline.engine.RejectedTextException when a draft could not answer
     * @throws dev.keyline.facts.BadCatalogueException when the drafted catalogue does not fit the vocabulary
     * @throws dev.keyline.policy.CyclicPoliciesException when policies would wait for each other's outcomes
     */
    static TwoSets of(Policies policies, Instant asOf, List<RehearsedPolicy.Text> texts) {
        PolicySet present = policies.at(asOf);
        PolicySet rehearsed = policies.with(
                present, texts.stream().map(RehearsedPolicy.Text::asText).toList());
        Set<String> named = texts.stream().map(text -> text.of().policy()).collect(Collectors.toSet());
        List<String> all = rehearsed.inOrder().stream().map(CompiledPolicy::id).toList();
        Set<String> drafted = named.contains(Policies.VOCABULARY) ? Set.copyOf(all) : Set.copyOf(named);
        // another catalogue makes other facts, which any policy may ask for
        List<String> order = named.contains(Policies.CATALOGUE) ? all : rehearsed.downstream(drafted);
        return new TwoSets(present, rehearsed, drafted, order);
    }

    /** Whether both sides read the same facts of the same records. */
    boolean sameFacts() {
        return present.catalogue().fingerprint().equals(rehearsed.catalogue().fingerprint())
                && !drafted.contains(Policies.VOCABULARY)
                && present.version(Policies.VOCABULARY) == rehearsed.version(Policies.VOCABULARY);
    }

    /** Policies that no account can be asked are left to their callers. */
    TwoSets forAccounts() {
        Set<String> askable =
                rehearsed.forAccounts().stream().map(CompiledPolicy::id).collect(Collectors.toSet());
        return new TwoSets(
                present,
                rehearsed,
                drafted,
                order.stream().filter(askable::contains).toList());
    }

    /** What a policy asks for on either side. */
    Set<String> facts(String policy) {
        return both(policy).flatMap(each -> each.facts().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The policies whose outcomes it asks for on either side. */
    Set<String> upstream(String policy) {
        Set<String> upstream = new TreeSet<>(present.upstream(policy));
        upstream.addAll(rehearsed.upstream(policy));
        return upstream;
    }

    /** The policies whose outcomes some facts are. */
    Set<String> policiesBehind(Set<String> facts) {
        return Stream.of(present, rehearsed)
                .flatMap(set -> facts.stream().flatMap(fact -> set.catalogue().find(fact).stream()))
                .flatMap(fact -> fact.source() instanceof FactSource.Outcome outcome
                        ? Stream.of(outcome.policy())
                        : Stream.empty())
                .collect(Collectors.toSet());
    }

    private Stream<CompiledPolicy> both(String policy) {
        return Stream.of(present, rehearsed).flatMap(set -> set.find(policy).stream());
    }
}
