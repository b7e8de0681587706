package dev.keyline.policycase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.keyline.audit.Audit;
import dev.keyline.decision.Decision;
import dev.keyline.decision.Decisions;
import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.RowHit;
import dev.keyline.http.BadInputException;
import dev.keyline.http.ConflictException;
import dev.keyline.http.InputError;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Versions;
import dev.keyline.policy.PolicySet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The cases of policies: those that a release ships, and those that analysts keep. */
@Singleton
public class PolicyCases {
    /** So many cases run in seconds, and show more than anybody looks through. */
    static final int MOST_STORED = 2_000;

    private final Jdbi jdbi;
    private final CaseStore store;
    private final ShippedCases shipped;
    private final CaseRuns runs;
    private final Decisions decisions;
    private final Audit audit;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    @Inject
    PolicyCases(
            Jdbi jdbi,
            CaseStore store,
            ShippedCases shipped,
            CaseRuns runs,
            Decisions decisions,
            Audit audit,
            Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.shipped = shipped;
        this.runs = runs;
        this.decisions = decisions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that this release ships for a policy, in the order of their file. */
    public List<PolicyCase> shipped(String policy) {
        return shipped.of(policy);
    }

    /** Those that people keep for a policy, oldest first, from above an id. */
    public List<StoredCase> stored(String policy, @Nullable UUID above, int limit) {
        return jdbi.withHandle(handle -> store.of(handle, policy, above, limit));
    }

    /**
     * The one of this id.
     *
     * @throws NotFoundException when the policy has none
     */
    public StoredCase get(String policy, UUID id) {
        return jdbi.withHandle(handle -> store.find(handle, policy, id)).orElseThrow(() -> none(id));
    }

    /**
     * Keeps a case in the caller's transaction.
     *
     * @param set what the case must make sense to: facts and rows that it names have to be there
     * @throws BadInputException naming the place of everything that is not
     * @throws NotFoundException when the set has no such policy
     */
    public UUID keep(Handle handle, PolicySet set, String policy, PolicyCase content, String author) {
        requireSense(set, policy, content);
        return insert(handle, policy, content, null, author);
    }

    /**
     * Keeps what a decision was made from and led to, in the caller's transaction. Of its rows those that the policy
     * still has are expected.
     *
     * @param name what the case shows; null: which decision it was made from
     * @throws BadInputException when the decision is another policy's, or was made from facts there no longer are
     * @throws NotFoundException when there is no such decision or policy
     */
    public UUID keepDecision(
            Handle handle, PolicySet set, String policy, UUID decisionId, @Nullable String name, String author) {
        CompiledPolicy compiled = runs.policy(set, policy);
        Decision decision = decisions.get(decisionId);
        if (!decision.policy().equals(policy)) {
            throw new BadInputException("fromDecision", "is a decision of " + decision.policy());
        }
        Set<String> rows = compiled.rows().stream().map(RowHit::ruleId).collect(Collectors.toSet());
        Map<String, Object> facts = new LinkedHashMap<>();
        decision.facts().forEach((fact, value) -> {
            if (value != null) {
                facts.put(fact, value);
            }
        });
        PolicyCase content = new PolicyCase(
                name == null ? nameOf(decision) : name,
                facts,
                decision.asOf(),
                decision.outcome(),
                decision.rules().stream()
                        .map(RowHit::ruleId)
                        .filter(rows::contains)
                        .distinct()
                        .toList(),
                List.of(),
                Map.of());
        requireSense(set, policy, content);
        return insert(handle, policy, content, decisionId, author);
    }

    private static String nameOf(Decision decision) {
        String subject = decision.account() == null ? "facts" : "account " + decision.account();
        return "%s as decided for %s".formatted(subject, decision.asOf());
    }

    private void requireSense(PolicySet set, String policy, PolicyCase content) {
        List<InputError> errors = runs.runner(set, policy).faultsOf(content).stream()
                .map(fault -> new InputError(fault.at(), fault.message()))
                .toList();
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
    }

    private UUID insert(Handle handle, String policy, PolicyCase content, @Nullable UUID decision, String author) {
        if (store.count(handle, policy) >= MOST_STORED) {
            throw new ConflictException("%s has %,d cases already: remove some".formatted(policy, MOST_STORED));
        }
        UUID id = ids.generate();
        var now = clock.instant();
        store.insert(handle, new StoredCase(id, policy, content, decision, author, now, author, now, 1));
        Map<String, @Nullable Object> details = details(content, 1);
        details.put("fromDecision", decision == null ? null : decision.toString());
        audit.record(handle, author, "case kept", path(policy, id), details);
        return id;
    }

    /** Puts another content in the place of a case's; which decision it was made from stays. */
    public void replace(
            PolicySet set, String policy, UUID id, @Nullable String ifMatch, PolicyCase content, String by) {
        requireSense(set, policy, content);
        jdbi.useTransaction(handle -> {
            StoredCase before = lock(handle, policy, id, ifMatch);
            store.replace(handle, id, content, by, clock.instant());
            audit.record(handle, by, "case changed", path(policy, id), details(content, before.revision() + 1));
        });
    }

    /** Removes a case; its row stays, for whoever asks later why a draft was approved. */
    public void remove(String policy, UUID id, @Nullable String ifMatch, String by) {
        jdbi.useTransaction(handle -> {
            StoredCase before = lock(handle, policy, id, ifMatch);
            store.remove(handle, id, by, clock.instant());
            audit.record(
                    handle,
                    by,
                    "case removed",
                    path(policy, id),
                    Map.of("name", before.content().name(), "revision", before.revision()));
        });
    }

    private StoredCase lock(Handle handle, String policy, UUID id, @Nullable String ifMatch) {
        StoredCase present = store.lock(handle, policy, id).orElseThrow(() -> none(id));
        Versions.requireMatch(ifMatch, present.revision());
        return present;
    }

    /** What the case says from now on; facts and outcome as text, because the trail holds no fractions. */
    private Map<String, @Nullable Object> details(PolicyCase content, long revision) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("name", content.name());
        details.put("revision", revision);
        details.put("asOf", content.asOf().toString());
        details.put("facts", store.json(content.facts()));
        details.put("outcome", content.outcome() == null ? null : store.json(content.outcome()));
        details.put("rules", content.rules());
        details.put("not", content.not());
        return details;
    }

    private static String path(String policy, UUID id) {
        return "/policies/" + policy + "/cases/" + id;
    }

    private static NotFoundException none(UUID id) {
        return new NotFoundException("case", id.toString());
    }
}
