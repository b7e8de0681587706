package dev.keyline.policy;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.Engine;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.Vocabulary;
import dev.keyline.facts.CatalogueInForce;
import dev.keyline.facts.FactCatalogue;
import dev.keyline.http.NotFoundException;
import dev.keyline.jdbc.Database;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What is in force as of when. A shipped file and an edit become answers by this one way: version, pointer, compilation. */
@Singleton
public class Policies implements CatalogueInForce {
    /** Observers of {@code StartupEvent} that need policies use a larger priority than this one. */
    public static final int STARTUP_PRIORITY = Database.STARTUP_PRIORITY + 10;

    public static final String VOCABULARY = "facts";
    public static final String CATALOGUE = "catalogue";

    private static final Logger LOG = Logger.getLogger(Policies.class);

    private final Jdbi jdbi;
    private final Engine engine;
    private final Clock clock;
    private final Map<Map<String, Integer>, PolicySet> sets = new ConcurrentHashMap<>();
    private final Map<String, CompiledPolicy> compiled = new ConcurrentHashMap<>();
    private volatile List<InForce> pointers = List.of();

    @Inject
    Policies(Jdbi jdbi, Engine engine, Clock clock) {
        this.jdbi = jdbi;
        this.engine = engine;
        this.clock = clock;
    }

    void start(@Observes @Priority(STARTUP_PRIORITY) StartupEvent event) {
        jdbi.useTransaction(handle -> {
            PolicyStore.lock(handle);
            ShippedFiles.read().forEach(file -> ship(handle, file));
        });
        pointers = jdbi.withHandle(PolicyStore::inForce);
        at(clock.instant());
    }

    /** An unseen text becomes a version. It comes into force unless an edit is: then the two have diverged. */
    void ship(Handle handle, PolicyText file) {
        Integer parent = PolicyStore.newestShipped(handle, file.id()).orElse(null);
        NewVersion shipped = NewVersion.shipped(file, parent);
        if (PolicyStore.versionOf(handle, file.id(), shipped.sha256()).isPresent()) {
            return;
        }
        Optional<PolicyVersion> before = PolicyStore.inForce(handle).stream()
                .filter(pointer -> pointer.policy().equals(file.id()))
                .reduce((earlier, later) -> later)
                .flatMap(pointer -> PolicyStore.version(handle, pointer.policy(), pointer.version()));
        int number = PolicyStore.insert(handle, shipped, clock.instant());
        if (before.isPresent() && before.get().origin() == Origin.EDITED) {
            LOG.warnf("%s: this release ships another text, an edited version stays in force", file.id());
            return;
        }
        Instant since = before.isPresent() ? clock.instant() : Instant.MIN;
        PolicyStore.putInForce(handle, new InForce(file.id(), number, since), NewVersion.RELEASE, clock.instant());
    }

    @Override
    public FactCatalogue catalogue() {
        return at(clock.instant()).catalogue();
    }

    /** The versions in force at an instant; the first there ever were for an instant before them. */
    public PolicySet at(Instant asOf) {
        return set(versionsAt(asOf));
    }

    private Map<String, Integer> versionsAt(Instant asOf) {
        Map<String, Integer> versions = new TreeMap<>();
        pointers.stream()
                .filter(pointer -> !pointer.since().isAfter(asOf))
                .forEach(pointer -> versions.put(pointer.policy(), pointer.version()));
        return versions;
    }

    /**
     * The versions in force at an instant, but for one policy.
     *
     * @throws NotFoundException when the policy has no such version
     */
    public PolicySet at(Instant asOf, String policy, int version) {
        Map<String, Integer> versions = new TreeMap<>(at(asOf).versions());
        version(policy, version);
        versions.put(policy, version);
        return set(versions);
    }

    /** The set of these versions, as a decision or a review has noted them. */
    public PolicySet set(Map<String, Integer> versions) {
        return sets.computeIfAbsent(Map.copyOf(versions), this::compile);
    }

    /**
     * A version with its text.
     *
     * @throws NotFoundException when there is none
     */
    public PolicyVersion version(String policy, int number) {
        return findVersion(policy, number)
                .orElseThrow(() -> new NotFoundException("version of policy " + policy, Integer.toString(number)));
    }

    /** As {@link #version}; empty when there is none. */
    public Optional<PolicyVersion> findVersion(String policy, int number) {
        return jdbi.withHandle(handle -> PolicyStore.version(handle, policy, number));
    }

    /** The version with the highest number, in force or not; empty for a name that no version has. */
    public Optional<PolicyVersion> newest(String policy) {
        return jdbi.withHandle(handle -> PolicyStore.newest(handle, policy));
    }

    /** The version of a policy, the vocabulary or the catalogue that is in force now; empty when none is. */
    public Optional<PolicyVersion> inForce(String policy) {
        return Optional.ofNullable(versionsAt(clock.instant()).get(policy)).map(number -> version(policy, number));
    }

    /**
     * A set with drafts in the place of versions, or beside them: for rehearsals. It is not kept, and a draft's version
     * in it is {@link PolicySet#DRAFT}.
     *
     * @throws dev.keyline.engine.RejectedTextException when a draft could not answer
     * @throws CyclicPoliciesException when policies would wait for each other's outcomes
     */
    public PolicySet with(PolicySet base, Collection<PolicyText> drafts) {
        Map<String, PolicyText> texts = drafts.stream().collect(Collectors.toMap(PolicyText::id, draft -> draft));
        Map<String, Integer> versions = new TreeMap<>(base.versions());
        texts.keySet().forEach(policy -> versions.put(policy, PolicySet.DRAFT));
        return compile(versions, texts);
    }

    private PolicySet compile(Map<String, Integer> versions) {
        return compile(versions, Map.of());
    }

    private PolicySet compile(Map<String, Integer> versions, Map<String, PolicyText> drafts) {
        PolicyText vocabulary = text(versions, drafts, VOCABULARY);
        boolean keep = !drafts.containsKey(VOCABULARY);
        FactCatalogue catalogue = FactCatalogue.read(
                Vocabulary.read(vocabulary), text(versions, drafts, CATALOGUE).text());
        Map<String, CompiledPolicy> policies = new ConcurrentHashMap<>();
        versions.keySet().parallelStream()
                .filter(policy -> !policy.equals(VOCABULARY) && !policy.equals(CATALOGUE))
                .forEach(policy -> policies.put(
                        policy,
                        keep && !drafts.containsKey(policy)
                                ? compiled.computeIfAbsent(
                                        policy + "=" + versions.get(policy) + " against " + versions.get(VOCABULARY),
                                        key -> compile(text(versions, drafts, policy), vocabulary))
                                : compile(text(versions, drafts, policy), vocabulary)));
        return new PolicySet(catalogue, policies, versions);
    }

    private CompiledPolicy compile(PolicyText policy, PolicyText vocabulary) {
        return engine.compile(policy, vocabulary).remembering();
    }

    private PolicyText text(Map<String, Integer> versions, Map<String, PolicyText> drafts, String name) {
        PolicyText draft = drafts.get(name);
        if (draft != null) {
            return draft;
        }
        Integer number = versions.get(name);
        if (number == null) {
            throw new IllegalStateException("no version of " + name + " is in force");
        }
        return version(name, number).asText();
    }
}
