package dev.keyline.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.Engine;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.Vocabulary;
import dev.keyline.engine.contained.ContainedEngine;
import dev.keyline.engine.contained.Descriptions;
import dev.keyline.engine.contained.Door;
import dev.keyline.engine.contained.Standing;
import dev.keyline.facts.FactCatalogue;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Versions as compiled sets. Those that are or will be in force are kept, of all others the latest that somebody asked
 * for; a compiled policy lives as long as a set that holds it, so that publications without end need no memory without
 * end.
 */
@Singleton
class PolicySets {
    /** Besides those in force: what reviews, replays and pinned versions ask for. */
    private static final int OTHERS = 8;

    private static final Logger LOG = Logger.getLogger(PolicySets.class);

    private final Jdbi jdbi;
    private final Engine engine;
    private final ContainedEngine contained;
    private final Descriptions descriptions;
    private final Cache<Map<String, Integer>, PolicySet> others =
            Caffeine.newBuilder().maximumSize(OTHERS).executor(Runnable::run).build();
    private final Cache<String, CompiledPolicy> compiled =
            Caffeine.newBuilder().weakValues().executor(Runnable::run).build();
    private volatile Map<Map<String, Integer>, PolicySet> kept = Map.of();

    @Inject
    PolicySets(Jdbi jdbi, Engine engine, ContainedEngine contained, Descriptions descriptions) {
        this.jdbi = jdbi;
        this.engine = engine;
        this.contained = contained;
        this.descriptions = descriptions;
    }

    PolicySet of(Map<String, Integer> versions) {
        Map<String, Integer> key = Map.copyOf(versions);
        PolicySet inForce = kept.get(key);
        return inForce != null ? inForce : others.get(key, asked -> compile(asked, Map.of()));
    }

    /**
     * Compiles these sets and keeps them instead of those kept so far. A set that cannot be compiled is left to whoever
     * asks for it, so that one broken policy keeps nobody from a new version of another.
     */
    void keep(Collection<Map<String, Integer>> wanted) {
        Map<Map<String, Integer>, PolicySet> sets = new HashMap<>();
        for (Map<String, Integer> versions : wanted) {
            try {
                sets.put(Map.copyOf(versions), of(versions));
            } catch (RuntimeException e) {
                LOG.errorf(e, "what is or will be in force does not compile: %s", versions);
            }
        }
        kept = Map.copyOf(sets);
        others.invalidateAll(sets.keySet());
    }

    /** How many sets and compiled policies are held, after what nobody holds any more has been let go. */
    record Held(int sets, long policies) {}

    Held held() {
        others.cleanUp();
        compiled.cleanUp();
        return new Held(kept.size() + (int) others.estimatedSize(), compiled.estimatedSize());
    }

    PolicySet with(PolicySet base, Collection<PolicyText> drafts) {
        Map<String, PolicyText> texts = drafts.stream().collect(Collectors.toMap(PolicyText::id, draft -> draft));
        Map<String, Integer> versions = new TreeMap<>(base.versions());
        texts.keySet().forEach(policy -> versions.put(policy, PolicySet.DRAFT));
        return compile(versions, texts);
    }

    private PolicySet compile(Map<String, Integer> versions, Map<String, PolicyText> drafts) {
        PolicyText vocabulary = vocabulary(source(versions, drafts, Policies.VOCABULARY));
        boolean keep = !drafts.containsKey(Policies.VOCABULARY);
        FactCatalogue catalogue = FactCatalogue.read(
                Vocabulary.read(vocabulary),
                source(versions, drafts, Policies.CATALOGUE).text().text());
        Map<String, CompiledPolicy> policies = new ConcurrentHashMap<>();
        versions.keySet().parallelStream()
                .filter(policy -> !policy.equals(Policies.VOCABULARY) && !policy.equals(Policies.CATALOGUE))
                .forEach(policy -> policies.put(
                        policy,
                        keep && !drafts.containsKey(policy)
                                ? compiled.get(
                                        policy + "=" + versions.get(policy) + " against "
                                                + versions.get(Policies.VOCABULARY),
                                        key -> compile(source(versions, drafts, policy), vocabulary))
                                : compile(source(versions, drafts, policy), vocabulary)));
        return new PolicySet(catalogue, policies, versions);
    }

    private CompiledPolicy compile(Source policy, PolicyText vocabulary) {
        Standing standing = policy.standing();
        CompiledPolicy ready = standing == null
                ? engine.compile(policy.text(), vocabulary)
                : contained.compile(
                        policy.text(),
                        vocabulary,
                        standing,
                        standing == Standing.PUBLISHED ? descriptions : Descriptions.NONE);
        if (standing != Standing.DRAFT) {
            ready.untranslated()
                    .ifPresent(
                            why -> LOG.infof("%s: the DMN engine itself answers every question: %s", ready.id(), why));
        }
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
        PolicyVersion version = jdbi.withHandle(handle -> PolicyStore.version(handle, name, number))
                .orElseThrow(() -> new IllegalStateException("version " + number + " of " + name + " is gone"));
        return new Source(version.asText(), version.origin() == Origin.SHIPPED ? null : Standing.PUBLISHED);
    }
}
