package dev.keyline.engine;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.drools.wiring.api.classloader.ProjectClassLoader;
import org.kie.api.KieServices;

/** Compiles policies: the one way by which a shipped file and an analyst's edit become answers. */
@Singleton
public class Engine {
    private final CompiledRules compiledRules;

    /** Of the engine that compiles models, as in {@code 10.2.0}. */
    public static String release() {
        return String.valueOf(KieServices.class.getPackage().getImplementationVersion());
    }

    @Inject
    public Engine(RuleFactTypes ruleFactTypes) {
        // found here, by the service's own class loader: a pool's thread that compiles first may have another
        KieServices.get();
        var unused = ProjectClassLoader.createProjectClassLoader();
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
