package dev.keyline.engine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.kie.dmn.model.api.Import;

/**
 * What a model asks for. A fact has one name wherever in a policy's files it is asked for; the engine wants what an
 * imported model asks for under the name of the import.
 *
 * @param own names of its own inputs
 * @param imported by the names of imports, what those models ask for, if anything
 */
record ModelInputs(Set<String> own, Map<String, ModelInputs> imported) {
    static ModelInputs of(DMNModel model, DMNRuntime runtime) {
        Set<String> own = model.getInputs().stream()
                .filter(input -> input.getModelNamespace().equals(model.getNamespace()))
                .map(InputDataNode::getName)
                .collect(Collectors.toUnmodifiableSet());
        Map<String, ModelInputs> imported = new LinkedHashMap<>();
        for (Import declared : model.getDefinitions().getImport()) {
            runtime.getModels().stream()
                    .filter(other -> other.getNamespace().equals(declared.getNamespace()))
                    .map(other -> of(other, runtime))
                    .filter(inputs -> !inputs.names().isEmpty())
                    .forEach(inputs -> imported.put(declared.getName(), inputs));
        }
        return new ModelInputs(own, imported);
    }

    /** Of everything that is asked for, in whichever file. */
    Set<String> names() {
        Set<String> names = new HashSet<>(own);
        imported.values().forEach(inputs -> names.addAll(inputs.names()));
        return Set.copyOf(names);
    }

    /** Facts where the engine looks for them; those that nobody has given are null. */
    Map<String, Object> from(Map<String, ? extends @Nullable Object> given) {
        Map<String, Object> context = new LinkedHashMap<>();
        own.forEach(fact -> context.put(fact, given.get(fact)));
        imported.forEach((name, inputs) -> context.put(name, inputs.from(given)));
        return context;
    }
}
