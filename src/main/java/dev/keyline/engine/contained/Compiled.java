package dev.keyline.engine.contained;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.DmnModels;
import dev.keyline.engine.Engine;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.RuleFactTypes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts that a worker keeps, compiled as far as it was asked. For one thread. */
final class Compiled implements Operation.Texts {
    private static final Engine ENGINE = new Engine(new NoRules());

    private final List<PolicyText> texts;
    private @Nullable CompiledPolicy policy;
    private @Nullable DmnModels models;

    Compiled(List<PolicyText> texts) {
        this.texts = texts;
    }

    @Override
    public List<PolicyText> all() {
        return texts;
    }

    @Override
    public CompiledPolicy policy() {
        if (policy == null) {
            int vocabulary = texts.size() - 1;
            policy = ENGINE.compile(PolicyText.of(texts.subList(0, vocabulary)), texts.get(vocabulary));
        }
        return policy;
    }

    @Override
    public DmnModels models() {
        if (models == null) {
            models = DmnModels.compile(texts);
        }
        return models;
    }

    /** Rules are no analyst's to write. */
    private static final class NoRules implements RuleFactTypes {
        @Override
        public Map<String, Class<? extends Record>> byFact() {
            return Map.of();
        }

        @Override
        public Set<Class<? extends Record>> ofSingleFacts() {
            return Set.of();
        }

        @Override
        public Map<String, Class<? extends Record>> conclusions() {
            return Map.of();
        }
    }
}
