package dev.keyline.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The engine as it comes, in this process, without anything of ours but the conversion of values. */
public final class StockModels {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DMNRuntime runtime;
    private final DMNModel own;
    private final ModelValues values = new ModelValues();

    private StockModels(DMNRuntime runtime, DMNModel own) {
        this.runtime = runtime;
        this.own = own;
    }

    /** Compiles models, the first of which is asked. */
    public static StockModels compile(List<PolicyText> texts) {
        List<Resource> resources = texts.stream().map(StockModels::resource).toList();
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(resources)
                .getOrElseThrow(IllegalStateException::new);
        String path = texts.get(0).path();
        return new StockModels(
                runtime,
                runtime.getModels().stream()
                        .filter(model -> path.equals(model.getResource().getSourcePath()))
                        .findFirst()
                        .orElseThrow());
    }

    private static Resource resource(PolicyText text) {
        Resource resource = ResourceFactory.newReaderResource(new StringReader(text.text()));
        resource.setSourcePath(text.path());
        return resource;
    }

    /** A decision's value, made by itself or by a service. */
    public JsonNode answer(ObjectNode given, String decision, @Nullable String service) {
        DMNContext context = runtime.newContext();
        given.properties()
                .forEach(entry -> context.set(
                        entry.getKey(), values.read(entry.getValue(), DmnModels.type(own, entry.getKey()))));
        DMNResult result = service == null
                ? runtime.evaluateByName(own, context, decision)
                : runtime.evaluateDecisionService(own, context, service);
        DMNDecisionResult made = result.getDecisionResultByName(decision);
        try {
            return made == null ? NullNode.getInstance() : JSON.valueToTree(Plain.of(made.getResult()));
        } catch (NotPlainException e) {
            return NullNode.getInstance();
        }
    }
}
