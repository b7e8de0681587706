package dev.keyline.decision;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.Evaluation;
import dev.keyline.facts.Fact;
import dev.keyline.facts.FactReader;
import dev.keyline.facts.FactSource;
import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import dev.keyline.policy.PolicySet;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs policies over one account's facts, each outcome becoming facts of those that follow. Pure: it records nothing. */
public final class Evaluator {
    private final PolicySet policies;
    private final Map<String, List<Asked>> askedBy;
    private final Map<String, Map<String, FactSource.Outcome>> suppliedBy = new HashMap<>();

    /** A fact that a policy asks for. */
    private record Asked(String name, boolean required) {}

    public Evaluator(PolicySet policies) {
        this.policies = policies;
        this.askedBy =
                policies.inOrder().stream().collect(Collectors.toUnmodifiableMap(CompiledPolicy::id, this::askedBy));
        for (Fact fact : policies.catalogue().all()) {
            if (fact.source() instanceof FactSource.Outcome source) {
                suppliedBy
                        .computeIfAbsent(source.policy(), policy -> new LinkedHashMap<>())
                        .put(fact.name(), source);
            }
        }
    }

    private List<Asked> askedBy(CompiledPolicy policy) {
        return policy.facts().stream()
                .sorted()
                .map(name -> new Asked(
                        name,
                        policies.catalogue().find(name).map(Fact::required).orElse(false)))
                .toList();
    }

    /**
     * Evaluates policies in the order given, which is that of {@link PolicySet#inOrder}.
     *
     * @param given facts that are known; one that is here wins over another policy's outcome
     * @throws BadInputException naming every required fact that is missing
     * @throws UndecidedException when a policy has no answer to them
     */
    public List<Evaluated> evaluate(
            List<CompiledPolicy> inOrder, Map<String, @Nullable Object> given, ZonedDateTime asOf) {
        Map<String, @Nullable Object> known = new HashMap<>(given);
        Map<String, String> madeBy = new HashMap<>();
        List<Evaluated> evaluated = new ArrayList<>();
        for (CompiledPolicy policy : inOrder) {
            Evaluated answer = evaluate(policy, known, madeBy, asOf);
            evaluated.add(answer);
            supplied(policy.id(), answer.evaluation().outcome()).forEach((fact, value) -> {
                if (known.get(fact) == null) {
                    known.put(fact, value);
                    madeBy.put(fact, policy.id());
                }
            });
        }
        return evaluated;
    }

    private Evaluated evaluate(
            CompiledPolicy policy,
            Map<String, @Nullable Object> known,
            Map<String, String> madeBy,
            ZonedDateTime asOf) {
        Map<String, @Nullable Object> facts = asked(policy, known);
        Set<String> basedOn = new TreeSet<>();
        facts.keySet().stream().filter(madeBy::containsKey).map(madeBy::get).forEach(basedOn::add);
        Evaluation evaluation = policy.evaluate(facts, asOf);
        if (evaluation.outcome() == null) {
            throw new UndecidedException(policy.id(), evaluation.messages());
        }
        return new Evaluated(policy.id(), policies.version(policy.id()), facts, basedOn, evaluation);
    }

    /**
     * Those of the known facts that a policy asks for.
     *
     * @throws BadInputException naming every required fact that is missing
     */
    public Map<String, @Nullable Object> asked(CompiledPolicy policy, Map<String, @Nullable Object> known) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        List<InputError> missing = new ArrayList<>();
        List<Asked> all = askedBy.get(policy.id());
        for (Asked asked : all == null ? askedBy(policy) : all) { // a policy that is tried is not in the set
            Object value = known.get(asked.name());
            if (value != null) {
                facts.put(asked.name(), value);
            } else if (asked.required()) {
                missing.add(new InputError("/facts/" + asked.name(), policy.id() + " cannot decide without it"));
            }
        }
        if (!missing.isEmpty()) {
            throw new BadInputException(missing);
        }
        return facts;
    }

    /**
     * The facts that a policy's outcome supplies to others.
     *
     * @throws UnfitOutcomeException when the fact catalogue says that such an outcome has other values
     */
    public Map<String, @Nullable Object> supplied(String policy, @Nullable Object outcome) {
        Map<String, @Nullable Object> supplied = new LinkedHashMap<>();
        suppliedBy.getOrDefault(policy, Map.of()).forEach((fact, source) -> {
            Object value = part(outcome, source.path());
            if (value != null) {
                supplied.put(fact, value);
            }
        });
        FactReader reader = new FactReader(policies.catalogue());
        Map<String, @Nullable Object> facts = reader.read(supplied, "");
        if (!reader.errors().isEmpty()) {
            throw new UnfitOutcomeException(policy, reader.errors());
        }
        return facts;
    }

    private static @Nullable Object part(@Nullable Object outcome, @Nullable String path) {
        if (path == null) {
            return outcome;
        }
        return outcome instanceof Map<?, ?> components ? components.get(path) : null;
    }
}
