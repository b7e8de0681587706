package dev.keyline.decision;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.keyline.calendar.BusinessTime;
import dev.keyline.engine.CompiledPolicy;
import dev.keyline.facts.AccountFactSource;
import dev.keyline.facts.FactReader;
import dev.keyline.http.BadInputException;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.policy.Policies;
import dev.keyline.policy.PolicySet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Decides: evaluates and records. */
@Singleton
public class Decisions {
    private final Jdbi jdbi;
    private final DecisionStore store;
    private final Policies policies;
    private final AccountFactSource accounts;
    private final BusinessTime businessTime;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    @Inject
    Decisions(
            Jdbi jdbi,
            DecisionStore store,
            Policies policies,
            AccountFactSource accounts,
            BusinessTime businessTime,
            Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.policies = policies;
        this.accounts = accounts;
        this.businessTime = businessTime;
        this.clock = clock;
    }

    /** Decides one policy, and records with it the decisions whose outcomes it needed, in the caller's transaction. */
    public Decision decide(
            Handle handle, String policy, @Nullable Integer version, DecisionRequest request, String caller) {
        Instant asOf = asOf(request);
        PolicySet set = version == null ? policies.at(asOf) : policies.at(asOf, policy, version);
        List<Decision> decided = decide(handle, set, List.of(policy), request, asOf, caller);
        return decided.get(decided.size() - 1);
    }

    /** Decides several policies over one consistent picture, in the order in which they feed each other. */
    public List<Decision> decide(Handle handle, List<String> wanted, DecisionRequest request, String caller) {
        Instant asOf = asOf(request);
        return decide(handle, policies.at(asOf), wanted, request, asOf, caller).stream()
                .filter(decision -> wanted.contains(decision.policy()))
                .toList();
    }

    private Instant asOf(DecisionRequest request) {
        return Objects.requireNonNullElseGet(request.asOf(), clock::instant);
    }

    private List<Decision> decide(
            Handle handle, PolicySet set, List<String> wanted, DecisionRequest request, Instant asOf, String caller) {
        wanted.stream().filter(policy -> set.find(policy).isEmpty()).findFirst().ifPresent(policy -> {
            throw policies.notInForce(policy, asOf);
        });
        Map<String, @Nullable Object> facts = factsFor(set, request, asOf);
        List<CompiledPolicy> inOrder = set.inOrder(wanted, facts.keySet()); // outcomes sent as facts are not asked for
        List<Evaluated> evaluated = new Evaluator(set).evaluate(inOrder, facts, asOf.atZone(businessTime.zone()));
        List<Decision> decisions = asDecisions(set, evaluated, request.account(), asOf, caller, null);
        store.insert(handle, decisions);
        return decisions;
    }

    private Map<String, @Nullable Object> factsFor(PolicySet set, DecisionRequest request, Instant asOf) {
        FactReader reader = new FactReader(set.catalogue());
        Map<String, @Nullable Object> sent =
                reader.read(Objects.requireNonNullElse(request.facts(), Map.of()), "/facts");
        if (!reader.errors().isEmpty()) {
            throw new BadInputException(reader.errors());
        }
        Map<String, @Nullable Object> facts = new HashMap<>();
        String account = request.account();
        if (account != null) {
            facts.putAll(accounts.factsOf(account, businessTime.dayOf(asOf), set.catalogue())
                    .orElseThrow(() -> new BadInputException("/account", "there is no account " + account)));
        }
        facts.putAll(sent);
        return facts;
    }

    /** Answers as they will be recorded; those that rest on each other refer to each other. */
    public List<Decision> asDecisions(
            PolicySet set,
            List<Evaluated> evaluated,
            @Nullable String account,
            Instant asOf,
            String caller,
            @Nullable UUID reviewId) {
        Map<String, Integer> madeWith = Map.of(
                Policies.VOCABULARY, set.version(Policies.VOCABULARY),
                Policies.CATALOGUE, set.version(Policies.CATALOGUE));
        Map<String, UUID> idOf = new HashMap<>();
        List<Decision> decisions = new ArrayList<>();
        Instant now = clock.instant();
        for (Evaluated answer : evaluated) {
            UUID id = ids.generate();
            idOf.put(answer.policy(), id);
            decisions.add(new Decision(
                    id,
                    answer.policy(),
                    answer.version(),
                    madeWith,
                    account,
                    asOf,
                    now,
                    caller,
                    reviewId,
                    answer.basedOn().stream()
                            .map(idOf::get)
                            .filter(Objects::nonNull)
                            .toList(),
                    answer.facts(),
                    Objects.requireNonNull(answer.evaluation().outcome()),
                    answer.evaluation().rows(),
                    answer.evaluation().trace(),
                    answer.evaluation().messages()));
        }
        return decisions;
    }

    /** Records decisions in the caller's transaction. */
    public void record(Handle handle, Collection<Decision> decisions) {
        store.insert(handle, decisions);
    }

    /**
     * A recorded decision.
     *
     * @throws NotFoundException when there is none of this id
     */
    public Decision get(UUID id) {
        return jdbi.withHandle(handle -> store.find(handle, id))
                .orElseThrow(() -> new NotFoundException("decision", id.toString()));
    }

    /** What made each of these decisions, by id; one that was never recorded is left out. */
    public Map<UUID, Grounds> grounds(Handle handle, Collection<UUID> ids) {
        return store.held(handle, ids).stream()
                .map(Held::grounds)
                .collect(Collectors.toMap(Grounds::decisionId, Function.identity()));
    }

    /** What reviews had found of an account as of an instant, by policy. */
    public Map<String, Held> heldAt(Handle handle, String account, Instant asOf) {
        return store.heldAt(handle, account, asOf).stream()
                .collect(Collectors.toMap(held -> held.grounds().policy(), Function.identity()));
    }

    /** Recorded decisions, newest first. */
    public Page<Decision> list(DecisionQuery query, PageRequest page) {
        UUID below = page.after(UUID.class).orElse(null);
        List<Decision> found = jdbi.withHandle(handle -> store.list(handle, query, below, page.limit() + 1));
        return page.page(found, Decision::id);
    }
}
