package dev.keyline.policy.web;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.RejectedTextException;
import dev.keyline.engine.table.DmnDocument;
import dev.keyline.policy.Drafts;
import dev.keyline.policy.InForce;
import dev.keyline.policy.Lineage;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicySet;
import dev.keyline.policy.PolicyVersion;
import dev.keyline.policy.VersionHead;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts together what is told of policies in short. */
@Singleton
class PolicyViews {
    private static final String OTHER = "other";

    private final Policies policies;
    private final Drafts drafts;
    private final Clock clock;

    @Inject
    PolicyViews(Policies policies, Drafts drafts, Clock clock) {
        this.policies = policies;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Those in force in the order in which their outcomes feed each other, the vocabulary and the catalogue, and those
     * that are scheduled, withdrawn or drafts only.
     */
    List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        policies.at(clock.instant()).inOrder().forEach(policy -> names.add(policy.id()));
        names.add(Policies.VOCABULARY);
        names.add(Policies.CATALOGUE);
        Set<String> others = new TreeSet<>(policies.names());
        others.addAll(drafts.authors().keySet());
        names.addAll(others);
        return new ArrayList<>(names);
    }

    /** Views of the policies named. */
    List<PolicyView> of(List<String> names) {
        Instant now = clock.instant();
        PolicySet set = policies.at(now);
        Map<String, List<String>> authors = drafts.authors();
        return names.stream()
                .map(name -> of(name, set, now, authors.getOrDefault(name, List.of())))
                .toList();
    }

    /** Empty when there is neither a version nor a draft. */
    Optional<PolicyView> find(String name) {
        boolean known = policies.newest(name).isPresent() || drafts.authors().containsKey(name);
        return known ? of(List.of(name)).stream().findFirst() : Optional.empty();
    }

    private PolicyView of(String name, PolicySet set, Instant now, List<String> authors) {
        Integer number = set.versions().get(name);
        PolicyVersion version = number == null ? policies.newest(name).orElse(null) : policies.version(name, number);
        List<InForce> pointers = policies.periods(name);
        VersionHead shipped = new Lineage(policies.heads(name)).diverged(number).orElse(null);
        CompiledPolicy compiled = set.find(name).orElse(null);
        String path = version == null ? "dmn/" + OTHER + "/" + name + ".dmn" : version.path();
        return new PolicyView(
                name,
                version == null ? null : description(version),
                kind(path),
                topic(path),
                state(number, shipped, pointers, now),
                number,
                since(pointers, now),
                shipped == null ? null : shipped.number(),
                number == null || version == null ? null : version.origin().word(),
                path,
                number == null || version == null ? null : version.sha256(),
                compiled == null ? 0 : compiled.facts().size(),
                compiled == null ? 0 : compiled.rows().size(),
                compiled == null ? List.of() : set.upstream(name),
                authors);
    }

    private static String state(
            @Nullable Integer inForce, @Nullable VersionHead shipped, List<InForce> pointers, Instant now) {
        if (inForce != null) {
            return shipped == null ? "in-force" : "diverged";
        }
        if (pointers.stream().anyMatch(pointer -> pointer.since().isAfter(now))) {
            return "scheduled";
        }
        return pointers.isEmpty() ? "draft" : "withdrawn";
    }

    private static @Nullable Instant since(List<InForce> pointers, Instant now) {
        return pointers.stream()
                .map(InForce::since)
                .filter(since -> !since.isAfter(now))
                .reduce((earlier, later) -> later)
                .map(VersionView::known)
                .orElse(null);
    }

    private static String kind(String path) {
        return path.endsWith(".drl") ? "rules" : path.endsWith(".dmn") ? "dmn" : "catalogue";
    }

    private static String topic(String path) {
        String[] folders = path.split("/", -1);
        return folders.length > 2 ? folders[1] : OTHER;
    }

    private static @Nullable String description(PolicyVersion version) {
        if (!version.path().endsWith(".dmn")) {
            return null;
        }
        try {
            return DmnDocument.read(version.path(), version.text()).description();
        } catch (RejectedTextException e) {
            return null; // never in force, so nobody has compiled it
        }
    }
}
