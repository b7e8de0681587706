package dev.keyline.engine;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Compiles policies: the one way by which a shipped file and an analyst's edit become answers. */
@Singleton
public class Engine {
    private final CompiledRules compiledRules;

    @Inject
    public Engine(RuleFactTypes ruleFactTypes) {
        this.compiledRules = new CompiledRules(ruleFactTypes);
    }

    /**
     * Compiles a policy against the vocabulary it imports.
     *
     * @throws RejectedTextException when the text is no policy that could answer
     */
    public CompiledPolicy compile(PolicyText policy, PolicyText vocabulary) {
        return policy.isRules() ? compiledRules.load(policy) : DmnPolicy.compile(policy, vocabulary);
    }
}
