package dev.keyline.policy;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.Engine;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.Vocabulary;
import dev.keyline.engine.contained.ContainedEngine;
import dev.keyline.engine.contained.Door;
import dev.keyline.engine.contained.Standing;
import dev.keyline.facts.CatalogueInForce;
import dev.keyline.facts.FactCatalogue;
import dev.keyline.http.NotFoundException;
import dev.keyline.jdbc.Database;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

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
    private final ContainedEngine contained;
    private final Clock clock;
    private final Map<Map<String, Integer>, PolicySet> sets = new ConcurrentHashMap<>();
    private final Map<String, CompiledPolicy> compiled = new ConcurrentHashMap<>();
    private volatile List<InForce> pointers = List.of();

    @Inject
    Policies(Jdbi jdbi, Engine engine, ContainedEngine contained, Clock clock) {
        this.jdbi = jdbi;
        this.engine = engine;
        this.contained = contained;
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
        String sha256 = sha256(file.text());
        if (PolicyStore.versionOf(handle, file.id(), sha256).isPresent()) {
            return;
        }
        Optional<PolicyVersion> before = PolicyStore.inForce(handle).stream()
                .filter(pointer -> pointer.policy().equals(file.id()))
                .reduce((earlier, later) -> later)
                .flatMap(pointer -> PolicyStore.version(handle, pointer.policy(), pointer.version()));
        int number = PolicyStore.insertShipped(handle, file.id(), sha256, file.path(), file.text(), clock.instant());
        if (before.isPresent() && before.get().origin() == Origin.EDITED) {
            LOG.warnf("%s: this release ships another text, an edited version stays in force", file.id());
            return;
        }
        Instant since = before.isPresent() ? clock.instant() : Instant.MIN;
        PolicyStore.putInForce(handle, new InForce(file.id(), number, since), "release", clock.instant());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public FactCatalogue catalogue() {
        return at(clock.instant()).catalogue();
    }

    /** The versions in force at an instant; the first there ever were for an instant before them. */
    public PolicySet at(Instant asOf) {
        Map<String, Integer> versions = new TreeMap<>();
        pointers.stream()
                .filter(pointer -> !pointer.since().isAfter(asOf))
                .forEach(pointer -> versions.put(pointer.policy(), pointer.version()));
        return set(versions);
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
        return jdbi.withHandle(handle -> PolicyStore.version(handle, policy, number))
                .orElseThrow(() -> new NotFoundException("version of policy " + policy, Integer.toString(number)));
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
        PolicyText vocabulary = vocabulary(source(versions, drafts, VOCABULARY));
        boolean keep = !drafts.containsKey(VOCABULARY);
        FactCatalogue catalogue = FactCatalogue.read(
                Vocabulary.read(vocabulary),
                source(versions, drafts, CATALOGUE).text().text());
        Map<String, CompiledPolicy> policies = new ConcurrentHashMap<>();
        versions.keySet().parallelStream()
                .filter(policy -> !policy.equals(VOCABULARY) && !policy.equals(CATALOGUE))
                .forEach(policy -> policies.put(
                        policy,
                        keep && !drafts.containsKey(policy)
                                ? compiled.computeIfAbsent(
                                        policy + "=" + versions.get(policy) + " against " + versions.get(VOCABULARY),
                                        key -> compile(source(versions, drafts, policy), vocabulary))
                                : compile(source(versions, drafts, policy), vocabulary)));
        return new PolicySet(catalogue, policies, versions);
    }

    private CompiledPolicy compile(Source policy, PolicyText vocabulary) {
        CompiledPolicy ready = policy.standing() == null
                ? engine.compile(policy.text(), vocabulary)
                : contained.compile(policy.text(), vocabulary, policy.standing());
        return ready.remembering();
    }

    /** It is read in this process, whoever wrote it, so there must be nothing in it that runs. */
    private static PolicyText vocabulary(Source source) {
        if (source.standing() != null) {
            Door.admitVocabulary(source.text());
        }
        return source.text();
    }

    /**
     * A text of a set.
     *
     * @param standing null for one that a release ships: it is trusted
     */
    private record Source(PolicyText text, @Nullable Standing standing) {}

    private Source source(Map<String, Integer> versions, Map<String, PolicyText> drafts, String name) {
        PolicyText draft = drafts.get(name);
        if (draft != null) {
            return new Source(draft, Standing.DRAFT);
        }
        Integer number = versions.get(name);
        if (number == null) {
            throw new IllegalStateException("no version of " + name + " is in force");
        }
        PolicyVersion version = version(name, number);
        return new Source(version.asText(), version.origin() == Origin.SHIPPED ? null : Standing.PUBLISHED);
    }
}
