package dev.keyline.engine;

import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A policy that does not work out twice what it was asked under the same as-of. In a review tables of limits are asked
 * the same for every account, and tables over a tier and a band a few dozen different things.
 */
final class Remembering implements CompiledPolicy {
    /** Few policies have more different questions and still the same one twice. */
    private static final int MOST_ANSWERS = 512;

    private record Memory(ZonedDateTime asOf, Map<Map<String, ?>, Evaluation> answers) {}

    private final CompiledPolicy policy;
    private volatile @Nullable Memory memory;

    Remembering(CompiledPolicy policy) {
        this.policy = policy;
    }

    @Override
    public Evaluation evaluate(Map<String, ? extends @Nullable Object> facts, ZonedDateTime asOf) {
        Memory now = memory;
        if (now == null || !now.asOf().equals(asOf)) {
            now = new Memory(asOf, new ConcurrentHashMap<>());
            memory = now;
        }
        Evaluation known = now.answers().get(facts);
        if (known == null) {
            known = policy.evaluate(facts, asOf);
            if (now.answers().size() < MOST_ANSWERS) {
                now.answers().put(new HashMap<>(facts), known);
            }
        }
        return known;
    }

    @Override
    public Evaluation evaluate(
            Map<String, ? extends @Nullable Object> facts,
            Map<String, ? extends Collection<?>> withdrawn,
            ZonedDateTime asOf) {
        return withdrawn.isEmpty() ? evaluate(facts, asOf) : policy.evaluate(facts, withdrawn, asOf);
    }

    @Override
    public List<Evaluation> evaluateAll(
            List<? extends Map<String, ? extends @Nullable Object>> facts, ZonedDateTime asOf) {
        return policy.evaluateAll(facts, asOf);
    }

    @Override
    public Optional<String> untranslated() {
        return policy.untranslated();
    }

    @Override
    public String id() {
        return policy.id();
    }

    @Override
    public Set<String> facts() {
        return policy.facts();
    }

    @Override
    public List<RowHit> rows() {
        return policy.rows();
    }
}
