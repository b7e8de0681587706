package dev.keyline.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNCompilerConfiguration;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.core.compiler.DMNCompilerImpl;
import org.kie.dmn.model.api.Definitions;

/**
 * The engine's compiler, which compiles a model that only defines types once for all that import it: the vocabulary is
 * larger than most policies, and each imports it.
 */
final class TypesOnce extends DMNCompilerImpl {
    /** The one in force, the one to come, and those of drafts that somebody works on just now. */
    private static final int MOST_KEPT = 4;

    private static final Cache<PolicyText, DMNModel> KEPT =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).executor(Runnable::run).build();

    private final IdentityHashMap<Resource, PolicyText> texts;

    /** @param texts what is compiled together */
    TypesOnce(DMNCompilerConfiguration configuration, IdentityHashMap<Resource, PolicyText> texts) {
        super(configuration);
        this.texts = texts;
    }

    @Override
    public @Nullable DMNModel compile(Definitions definitions, Resource resource, Collection<DMNModel> imported) {
        PolicyText text = texts.get(resource);
        boolean typesOnly =
                definitions.getImport().isEmpty() && definitions.getDrgElement().isEmpty();
        return typesOnly && text != null
                ? KEPT.get(text, first -> super.compile(definitions, resource, imported))
                : super.compile(definitions, resource, imported);
    }
}
