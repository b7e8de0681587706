package dev.keyline.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.api.core.ast.DecisionNode;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.kie.dmn.model.api.Import;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.DMNValidatorFactory;

/** DMN models that belong together, the first of which is asked: any models, also such as are no policy of ours. */
public final class DmnModels {
    private final DMNRuntime runtime;
    private final DMNModel own;
    private final ModelValues values = new ModelValues();

    private DmnModels(DMNRuntime runtime, DMNModel own) {
        this.runtime = runtime;
        this.own = own;
    }

    /**
     * Compiles models. One with errors in some of its decisions is compiled all the same: the others can be asked.
     *
     * @param texts the one to ask, then those it imports, each at a path of its own
     * @throws RejectedTextException when a text is no DMN
     */
    public static DmnModels compile(List<PolicyText> texts) {
        PolicyText own = texts.get(0);
        DMNRuntime runtime =
                DmnTexts.runtime(own, texts.subList(1, texts.size()).toArray(PolicyText[]::new));
        return runtime.getModels().stream()
                .filter(model -> own.path().equals(model.getResource().getSourcePath()))
                .findFirst()
                .map(model -> new DmnModels(runtime, model))
                .orElseThrow(() -> new RejectedTextException(own.path(), List.of("it holds no DMN model")));
    }

    /** What is wrong with models by DMN's schema, as models and when compiled: everything found, not only the first. */
    public static List<Finding> problems(List<PolicyText> texts) {
        List<DMNMessage> messages = DMNValidatorFactory.newValidator()
                .validateUsing(Validation.VALIDATE_SCHEMA, Validation.VALIDATE_MODEL, Validation.VALIDATE_COMPILATION)
                .theseModels(texts.stream().map(DmnTexts::resource).toArray(Resource[]::new));
        return findings(messages.stream());
    }

    /**
     * Answers a question.
     *
     * @throws UnknownDecisionException when it names what the model does not have
     */
    public Question.Answer evaluate(Question question) {
        return AsOf.during(question.asOf(), () -> {
            DMNContext context = runtime.newContext();
            read(own, question.context()).forEach(context::set);
            DMNResult result = result(question, context);
            Map<String, @Nullable Object> results = new LinkedHashMap<>();
            List<Finding> messages =
                    new ArrayList<>(findings(Stream.concat(own.getMessages().stream(), result.getMessages().stream())));
            for (DMNDecisionResult decision : result.getDecisionResults()) {
                if (question.decision() == null || question.decision().equals(decision.getDecisionName())) {
                    put(results, decision, messages);
                }
            }
            return new Question.Answer(results, messages);
        });
    }

    private DMNResult result(Question question, DMNContext context) {
        String decision = question.decision();
        String service = question.decisionService();
        if (decision != null) {
            if (own.getDecisionByName(decision) == null) {
                throw new UnknownDecisionException("/decision", "the model has no decision " + decision);
            }
            return runtime.evaluateByName(own, context, decision);
        }
        if (service != null) {
            if (own.getDecisionServices().stream().noneMatch(known -> service.equals(known.getName()))) {
                throw new UnknownDecisionException("/decisionService", "the model has no service " + service);
            }
            return runtime.evaluateDecisionService(own, context, service);
        }
        return runtime.evaluateAll(own, context);
    }

    private static void put(Map<String, @Nullable Object> results, DMNDecisionResult decision, List<Finding> messages) {
        try {
            results.put(decision.getDecisionName(), Plain.of(decision.getResult()));
        } catch (NotPlainException e) {
            results.put(decision.getDecisionName(), null);
            messages.add(
                    new Finding(Finding.Severity.WARNING, decision.getDecisionId(), String.valueOf(e.getMessage())));
        }
    }

    /** The context as FEEL's values; what is given under an import's name is read by the imported model. */
    private Map<String, @Nullable Object> read(DMNModel model, ObjectNode context) {
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : context.properties()) {
            Optional<DMNModel> imported = imported(model, entry.getKey());
            read.put(
                    entry.getKey(),
                    imported.isPresent() && entry.getValue() instanceof ObjectNode inner
                            ? read(imported.get(), inner)
                            : values.read(entry.getValue(), type(model, entry.getKey())));
        }
        return read;
    }

    private Optional<DMNModel> imported(DMNModel model, String name) {
        return model.getDefinitions().getImport().stream()
                .filter(candidate -> name.equals(candidate.getName()))
                .map(Import::getNamespace)
                .flatMap(namespace ->
                        runtime.getModels().stream().filter(other -> namespace.equals(other.getNamespace())))
                .findFirst();
    }

    static @Nullable DMNType type(DMNModel model, String name) {
        InputDataNode input = model.getInputByName(name);
        if (input != null) {
            return input.getType();
        }
        DecisionNode decision = model.getDecisionByName(name);
        return decision == null ? null : decision.getResultType();
    }

    private static List<Finding> findings(Stream<DMNMessage> messages) {
        return messages.map(message -> new Finding(
                        switch (message.getSeverity()) {
                            case ERROR -> Finding.Severity.ERROR;
                            case WARN -> Finding.Severity.WARNING;
                            default -> Finding.Severity.INFO;
                        },
                        message.getSourceId(),
                        Objects.toString(message.getMessage(), "")))
                .distinct()
                .toList();
    }
}
