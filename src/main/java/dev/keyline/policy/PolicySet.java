package dev.keyline.policy;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.facts.Fact;
import dev.keyline.facts.FactCatalogue;
import dev.keyline.facts.FactSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One consistent set of versions: every policy compiled, in the order in which their outcomes feed each other. */
public final class PolicySet {
    /** In the place of a version's number: a text that is none. */
    public static final int DRAFT = 0;

    private final FactCatalogue catalogue;
    private final Map<String, CompiledPolicy> policies;
    private final Map<String, Integer> versions;
    private final List<String> order;
    private final List<CompiledPolicy> forAccounts;

    /**
     * Puts a set together.
     *
     * @param versions by name, of the policies and of the vocabulary and catalogue they were compiled against
     * @throws CyclicPoliciesException when policies wait for each other's outcomes
     */
    PolicySet(FactCatalogue catalogue, Map<String, CompiledPolicy> policies, Map<String, Integer> versions) {
        this.catalogue = catalogue;
        this.policies = Map.copyOf(policies);
        this.versions = Map.copyOf(versions);
        this.order = ordered();
        this.forAccounts =
                inOrder().stream().filter(policy -> !asksCaller(policy.id())).toList();
    }

    public FactCatalogue catalogue() {
        return catalogue;
    }

    public Optional<CompiledPolicy> find(String policy) {
        return Optional.ofNullable(policies.get(policy));
    }

    public int version(String name) {
        Integer version = versions.get(name);
        if (version == null) {
            throw new IllegalArgumentException("no version of " + name + " is in this set");
        }
        return version;
    }

    public Map<String, Integer> versions() {
        return versions;
    }

    /** Every policy, those whose outcomes others need first. */
    public List<CompiledPolicy> inOrder() {
        return inOrder(policies.keySet(), Set.of());
    }

    /** As {@link #inOrder()}, but for policies that only a caller can ask, because no account has a fact they require. */
    public List<CompiledPolicy> forAccounts() {
        return forAccounts;
    }

    private boolean asksCaller(String policy) {
        Set<String> asked = find(policy).map(CompiledPolicy::facts).orElse(Set.of());
        return asked.stream()
                        .flatMap(fact -> catalogue.find(fact).stream())
                        .anyMatch(fact -> fact.required() && fact.source() instanceof FactSource.Caller)
                || upstream(policy).stream().anyMatch(this::asksCaller);
    }

    /**
     * The named policies and those whose outcomes they need, in order.
     *
     * @param known facts that need no policy to supply them
     */
    public List<CompiledPolicy> inOrder(Collection<String> wanted, Set<String> known) {
        Set<String> needed = new TreeSet<>();
        wanted.forEach(policy -> addWithUpstream(policy, known, needed));
        return order.stream()
                .filter(needed::contains)
                .flatMap(policy -> find(policy).stream())
                .toList();
    }

    private void addWithUpstream(String policy, Set<String> known, Set<String> needed) {
        if (needed.add(policy)) {
            upstream(policy, known).forEach(other -> addWithUpstream(other, known, needed));
        }
    }

    /** The policies whose outcomes a policy asks for directly. */
    public Set<String> upstream(String policy) {
        return upstream(policy, Set.of());
    }

    private Set<String> upstream(String policy, Set<String> known) {
        Set<String> upstream = new TreeSet<>();
        Set<String> asked = find(policy).map(CompiledPolicy::facts).orElse(Set.of());
        for (String fact : asked) {
            if (!known.contains(fact)
                    && catalogue.find(fact).map(Fact::source).orElse(null) instanceof FactSource.Outcome outcome) {
                upstream.add(outcome.policy());
            }
        }
        return upstream;
    }

    /** Policies that refuse to decide without an outcome of that one, in order. */
    List<String> requiring(String policy) {
        return inOrder().stream()
                .filter(reader -> reader.facts().stream()
                        .flatMap(fact -> catalogue.find(fact).stream())
                        .anyMatch(fact -> fact.required()
                                && fact.source() instanceof FactSource.Outcome outcome
                                && outcome.policy().equals(policy)))
                .map(CompiledPolicy::id)
                .toList();
    }

    /** Those that some policies' outcomes reach, these policies among them, in order. */
    public List<String> downstream(Collection<String> sources) {
        Set<String> reached = new LinkedHashSet<>();
        for (String policy : order) {
            if (sources.contains(policy) || upstream(policy).stream().anyMatch(reached::contains)) {
                reached.add(policy);
            }
        }
        return List.copyOf(reached);
    }

    private List<String> ordered() {
        List<String> done = new ArrayList<>();
        new TreeMap<>(policies).keySet().forEach(policy -> visit(policy, done, new LinkedHashSet<>()));
        return List.copyOf(done);
    }

    private void visit(String policy, List<String> done, Set<String> path) {
        if (done.contains(policy)) {
            return;
        }
        if (!path.add(policy)) {
            throw new CyclicPoliciesException(path, policy);
        }
        upstream(policy).stream().filter(policies::containsKey).forEach(other -> visit(other, done, path));
        path.remove(policy);
        done.add(policy);
    }
}
