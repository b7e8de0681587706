package dev.keyline.policy;

import dev.keyline.audit.Audit;
import dev.keyline.engine.PolicyText;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    private final PolicySets sets;
    private final Audit audit;
    private final Clock clock;
    private volatile Timeline timeline = new Timeline(List.of());

    @Inject
    Policies(Jdbi jdbi, PolicySets sets, Audit audit, Clock clock) {
        this.jdbi = jdbi;
        this.sets = sets;
        this.audit = audit;
        this.clock = clock;
    }

    void start(@Observes @Priority(STARTUP_PRIORITY) StartupEvent event) {
        jdbi.useTransaction(handle -> {
            PolicyStore.lock(handle);
            ShippedFiles.read().forEach(file -> ship(handle, file));
        });
        reload();
        at(clock.instant());
    }

    /**
     * An unseen text becomes a version. It comes into force unless an edit is, for then the two have diverged, or the
     * policy was taken out of force.
     */
    void ship(Handle handle, PolicyText file) {
        Integer parent = PolicyStore.newestShipped(handle, file.id()).orElse(null);
        NewVersion shipped = NewVersion.shipped(file, parent);
        if (PolicyStore.versionOf(handle, file.id(), shipped.sha256()).isPresent()) {
            return;
        }
        Optional<InForce> before =
                PolicyStore.inForce(handle).of(file.id()).stream().reduce((earlier, later) -> later);
        int number = PolicyStore.insert(handle, shipped, clock.instant());
        if (before.isPresent() && isByPeople(handle, before.get())) {
            LOG.warnf("%s: this release ships another text, what people decided stays as it is", file.id());
            tell(handle, "version shipped beside an edit", file, number);
            return;
        }
        Instant since = before.isPresent() ? clock.instant() : Instant.MIN;
        PolicyStore.putInForce(handle, new InForce(file.id(), number, since), NewVersion.RELEASE, clock.instant());
        tell(handle, "version shipped", file, number);
    }

    private static boolean isByPeople(Handle handle, InForce pointer) {
        Integer version = pointer.version();
        return version == null
                || PolicyStore.version(handle, pointer.policy(), version)
                                .orElseThrow()
                                .origin()
                        == Origin.EDITED;
    }

    private void tell(Handle handle, String what, PolicyText file, int number) {
        audit.record(handle, NewVersion.RELEASE, what, "/policies/" + file.id(), Map.of("version", number));
    }

    /**
     * Takes over what has been published since the last time, by whichever replica. Whoever asks meanwhile gets the set
     * from before, and nobody waits for a compilation.
     */
    public synchronized void reload() {
        Timeline published = jdbi.withHandle(PolicyStore::inForce);
        if (published.equals(timeline)) {
            return;
        }
        Instant now = clock.instant();
        List<Map<String, Integer>> wanted = new ArrayList<>();
        wanted.add(published.versionsAt(now));
        published.changesAfter(now).forEach(change -> wanted.add(published.versionsAt(change)));
        sets.keep(wanted);
        timeline = published;
    }

    @Override
    public FactCatalogue catalogue() {
        return at(clock.instant()).catalogue();
    }

    /** The versions in force at an instant; the first there ever were for an instant before them. */
    public PolicySet at(Instant asOf) {
        return set(timeline.versionsAt(asOf));
    }

    /**
     * The versions in force at an instant, but for one policy.
     *
     * @throws NotFoundException when the policy has no such version
     */
    public PolicySet at(Instant asOf, String policy, int version) {
        Map<String, Integer> versions = new TreeMap<>(timeline.versionsAt(asOf));
        version(policy, version);
        versions.put(policy, version);
        return set(versions);
    }

    /** The set of these versions, as a decision or a review has noted them. */
    public PolicySet set(Map<String, Integer> versions) {
        return sets.of(versions);
    }

    /** Numbers by name of what is in force at an instant, the vocabulary and the catalogue among them. */
    public Map<String, Integer> versionsAt(Instant asOf) {
        return timeline.versionsAt(asOf);
    }

    /** When which version of a policy, or none any more, came or will come into force, in the order of time. */
    public List<InForce> periods(String policy) {
        return timeline.of(policy);
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

    /** Every version of a policy without its text, newest first; empty for a name that none has. */
    public List<VersionHead> heads(String policy) {
        return jdbi.withHandle(handle -> PolicyStore.heads(handle, policy));
    }

    /** Names of everything that has a version, in force or not. */
    public List<String> names() {
        return jdbi.withHandle(PolicyStore::names);
    }

    /** The version with the highest number, in force or not; empty for a name that no version has. */
    public Optional<PolicyVersion> newest(String policy) {
        return jdbi.withHandle(handle -> PolicyStore.newest(handle, policy));
    }

    /** The version of a policy, the vocabulary or the catalogue that is in force now; empty when none is. */
    public Optional<PolicyVersion> inForce(String policy) {
        return timeline.at(policy, clock.instant()).map(InForce::version).map(version -> version(policy, version));
    }

    /**
     * What an edit of a policy goes on from: the number of the version in force at an instant, or of the last that was
     * when none is any more; empty when none ever was.
     */
    public Optional<Integer> last(String policy, Instant asOf) {
        return Optional.ofNullable(timeline.lastAt(asOf).get(policy));
    }

    /** To be thrown for a policy that has no answer at an instant: says since when or until when that is so. */
    public NotFoundException notInForce(String policy, Instant asOf) {
        Optional<InForce> pointer = timeline.at(policy, asOf);
        if (pointer.isPresent() && pointer.get().version() == null) {
            return new NotFoundException("Policy " + policy + " is out of force since "
                    + pointer.get().since() + ".");
        }
        return timeline.after(policy, asOf).stream()
                .filter(next -> pointer.isEmpty())
                .findFirst()
                .map(next -> new NotFoundException("Policy " + policy + " is not in force as of " + asOf
                        + ": its first version comes into force at " + next.since() + "."))
                .orElseGet(() -> new NotFoundException("policy", policy));
    }

    /**
     * A set with drafts in the place of versions, or beside them: for rehearsals. It is not kept, and a draft's version
     * in it is {@link PolicySet#DRAFT}.
     *
     * @throws dev.keyline.engine.RejectedTextException when a draft could not answer
     * @throws CyclicPoliciesException when policies would wait for each other's outcomes
     */
    public PolicySet with(PolicySet base, Collection<PolicyText> drafts) {
        return sets.with(base, drafts);
    }
}
