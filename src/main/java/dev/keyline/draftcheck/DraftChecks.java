package dev.keyline.draftcheck;

import dev.keyline.engine.PolicyText;
import dev.keyline.engine.contained.ContainedEngine;
import dev.keyline.engine.table.DmnDocument;
import dev.keyline.facts.FactCatalogue;
import dev.keyline.facts.FactSource;
import dev.keyline.policy.Draft;
import dev.keyline.policy.Drafts;
import dev.keyline.policy.Policies;
import dev.keyline.policy.check.Check;
import dev.keyline.policy.check.Finding;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Checks drafts: the engine's own word in a process of its own, then everything that tables can be asked. */
@Singleton
public class DraftChecks {
    /** Who has asked a policy within this time is taken for a caller of it. */
    static final Duration CALLERS = Duration.ofDays(30);

    private final Jdbi jdbi;
    private final Drafts drafts;
    private final Policies policies;
    private final ContainedEngine contained;
    private final Clock clock;

    @Inject
    DraftChecks(Jdbi jdbi, Drafts drafts, Policies policies, ContainedEngine contained, Clock clock) {
        this.jdbi = jdbi;
        this.drafts = drafts;
        this.policies = policies;
        this.contained = contained;
        this.clock = clock;
    }

    /**
     * Everything found in a draft of a model.
     *
     * @throws dev.keyline.engine.contained.ModelStoppedException when compiling it takes too much
     */
    public CheckReport of(Draft draft) {
        return of(drafts.complete(draft), policies.catalogue());
    }

    /**
     * Everything found in a text of a model.
     *
     * @param files its own first, then all that it imports, the vocabulary among them
     * @param catalogue says which policies' outcomes are facts
     * @throws dev.keyline.engine.contained.ModelStoppedException when compiling it takes too much
     */
    public CheckReport of(List<PolicyText> files, FactCatalogue catalogue) {
        String policy = files.get(0).id();
        List<DmnDocument> models = files.stream().map(DraftChecks::document).toList();
        Map<String, PolicyText> inForce = new HashMap<>();
        policies.inForce(policy)
                .ifPresent(version -> version.asText().files().forEach(file -> inForce.put(file.path(), file)));
        List<Finding> findings = new ArrayList<>(Check.of(new Check.Subject(
                models.get(0),
                models.subList(1, models.size()),
                document(inForce, files.get(0)),
                needed(policy, catalogue),
                sent(policy, models.get(0), document(inForce, files.get(0))),
                contained.errors(files))));
        for (int i = 1; i < files.size(); i++) {
            List<DmnDocument> others = new ArrayList<>(models);
            DmnDocument imported = others.remove(i);
            PolicyText file = files.get(i);
            Check.of(new Check.Subject(imported, others, document(inForce, file), Set.of(), Map.of(), List.of()))
                    .stream()
                    .filter(finding -> finding.kind() != Finding.Kind.UNUSED) // by itself: another file may use it
                    .map(finding -> finding.inFile(file.path()))
                    .forEach(findings::add);
        }
        return CheckReport.of(findings.stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList());
    }

    /** What callers send matters where the model asks for more than before; to look at all of it takes seconds. */
    private Map<String, Set<String>> sent(String policy, DmnDocument model, @Nullable DmnDocument present) {
        if (present == null || present.names("inputData").containsAll(model.names("inputData"))) {
            return Map.of();
        }
        return jdbi.<Map<String, Set<String>>, RuntimeException>withHandle(
                handle -> sent(handle, policy, clock.instant().minus(CALLERS)));
    }

    private static @Nullable DmnDocument document(Map<String, PolicyText> inForce, PolicyText file) {
        PolicyText present = inForce.get(file.path());
        return present == null ? null : document(present);
    }

    private static DmnDocument document(PolicyText text) {
        return DmnDocument.read(text.path(), text.text());
    }

    /** The outcome's decision, when any fact is taken from it. */
    private static Set<String> needed(String policy, FactCatalogue catalogue) {
        boolean asked = catalogue.all().stream()
                .map(fact -> fact.source())
                .anyMatch(source -> (source instanceof FactSource.Outcome outcome
                                && outcome.policy().equals(policy))
                        || (source instanceof FactSource.Previous previous
                                && previous.policy().equals(policy)));
        return asked ? Set.of(policy) : Set.of();
    }

    /** Names of the facts that each caller has sent of late; those of reviews come from the portfolio. */
    private static Map<String, Set<String>> sent(Handle handle, String policy, Instant since) {
        Map<String, Set<String>> sent = new HashMap<>();
        handle.createQuery("""
                        select caller, array_agg(distinct name) as names
                        from (select caller, jsonb_object_keys(facts) as name from decision
                              where policy = :policy and recorded_at >= :since and review_id is null and account is null
                             ) as facts_by_caller
                        group by caller
                        """)
                .bind("policy", policy)
                .bind("since", since)
                .map((row, context) -> Map.entry(row.getString("caller"), Set.of((String[])
                        row.getArray("names").getArray())))
                .forEach(entry -> sent.put(entry.getKey(), entry.getValue()));
        return sent;
    }
}
