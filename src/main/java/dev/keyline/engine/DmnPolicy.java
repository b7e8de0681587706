package dev.keyline.engine;

import dev.keyline.engine.compiled.CompiledModel;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.ast.DecisionNode;
import org.kie.kogito.decision.DecisionModel;
import org.kie.kogito.dmn.DmnDecisionModel;

/** A DMN model whose outcome is the decision that bears the model's name. */
final class DmnPolicy implements CompiledPolicy {
    private final String id;
    private final DecisionModel model;
    private final DmnRows rows;
    private final SelectedRows selectedRows;
    private final CompiledModel.Translation translation;
    private final ModelInputs inputs;
    private final Set<String> facts;
    private final Map<String, String> titles;

    private DmnPolicy(
            String id,
            DecisionModel model,
            DmnRows rows,
            SelectedRows selectedRows,
            ModelInputs inputs,
            CompiledModel.Translation translation) {
        this.id = id;
        this.model = model;
        this.rows = rows;
        this.selectedRows = selectedRows;
        this.translation = translation;
        this.inputs = inputs;
        this.facts = inputs.names();
        this.titles = model.getDMNModel().getDecisions().stream()
                .collect(Collectors.toUnmodifiableMap(
                        DecisionNode::getId, decision -> title(model.getDMNModel(), decision), (own, other) -> own));
    }

    static DmnPolicy compile(PolicyText policy, PolicyText vocabulary) {
        DMNRuntime runtime = DmnTexts.runtime(
                policy,
                Stream.concat(policy.imports().stream(), Stream.of(vocabulary)).toArray(PolicyText[]::new));
        List<DMNModel> models = policy.files().stream()
                .flatMap(file -> modelOf(runtime, file).stream())
                .toList();
        DMNModel model = own(models, policy);
        SelectedRows selectedRows = new SelectedRows();
        runtime.addListener(selectedRows);
        return new DmnPolicy(
                policy.id(),
                new DmnDecisionModel(runtime, model.getNamespace(), model.getName()),
                DmnRows.of(models),
                selectedRows,
                ModelInputs.of(model, runtime),
                translation(policy, runtime, model));
    }

    private static CompiledModel.Translation translation(PolicyText policy, DMNRuntime runtime, DMNModel model) {
        return policy.imports().isEmpty()
                ? CompiledModel.of(runtime, model)
                : new CompiledModel.Translation(null, "it is made of several files");
    }

    private static Optional<DMNModel> modelOf(DMNRuntime runtime, PolicyText file) {
        return runtime.getModels().stream()
                .filter(model -> file.path().equals(model.getResource().getSourcePath()))
                .findFirst();
    }

    /** What a decision is called in the trace: one of an imported model may have the name of another. */
    private static String title(DMNModel model, DecisionNode decision) {
        return decision.getModelNamespace().equals(model.getNamespace())
                ? decision.getName()
                : decision.getModelName() + "." + decision.getName();
    }

    private static DMNModel own(List<DMNModel> models, PolicyText policy) {
        DMNModel model = models.stream()
                .filter(candidate ->
                        policy.path().equals(candidate.getResource().getSourcePath()))
                .filter(candidate -> policy.id().equals(candidate.getName()))
                .findFirst()
                .orElseThrow(() -> new RejectedTextException(
                        policy.path(), List.of("the model has to be named " + policy.id() + ", like its file")));
        List<String> problems = new ArrayList<>(DmnTexts.problems(model));
        models.stream()
                .filter(other -> other != model)
                .forEach(other -> DmnTexts.problems(other)
                        .forEach(problem -> problems.add(other.getResource().getSourcePath() + ": " + problem)));
        if (model.getDecisionByName(policy.id()) == null) {
            problems.add("no decision is named " + policy.id() + ": the outcome is the decision of the model's name");
        }
        if (!problems.isEmpty()) {
            throw new RejectedTextException(policy.path(), problems);
        }
        return model;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Set<String> facts() {
        return facts;
    }

    @Override
    public List<RowHit> rows() {
        return rows.all();
    }

    @Override
    public Optional<String> untranslated() {
        return Optional.ofNullable(translation.reason());
    }

    @Override
    public Evaluation evaluate(Map<String, ? extends @Nullable Object> given, ZonedDateTime asOf) {
        Map<String, @Nullable Object> asked = asked(given);
        Evaluation direct = direct(asked, asOf, false);
        return direct == null ? byEngine(asked, asOf) : direct;
    }

    /** Whether what it takes is counted where it answers without the engine. */
    boolean isTame() {
        CompiledModel compiled = translation.model();
        return compiled != null && compiled.isTame();
    }

    /** Answers without the engine; null where that has to be asked. */
    @Nullable
    Evaluation direct(Map<String, @Nullable Object> inputs, ZonedDateTime asOf, boolean guarded) {
        CompiledModel compiled = translation.model();
        if (compiled == null) {
            return null;
        }
        CompiledModel.Answer answer = AsOf.during(asOf, () -> compiled.answer(inputs, guarded));
        if (answer == null) {
            return null;
        }
        Map<String, @Nullable Object> trace = new LinkedHashMap<>();
        try {
            answer.decisions().forEach((decision, value) -> trace.put(decision, Plain.of(value)));
        } catch (NotPlainException e) {
            return null; // the engine names the function that it finds
        }
        return evaluation(trace, answer.rows(), List.of());
    }

    /** Those of the facts that it asks for; null where nobody has given one. */
    Map<String, @Nullable Object> asked(Map<String, ? extends @Nullable Object> given) {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        facts.forEach(fact -> asked.put(fact, given.get(fact)));
        return asked;
    }

    /** What the engine itself answers. */
    Evaluation byEngine(Map<String, ? extends @Nullable Object> given, ZonedDateTime asOf) {
        DMNContext context = model.newContext(inputs.from(given));
        selectedRows.begin();
        DMNResult result;
        List<String> selected;
        try {
            result = AsOf.during(asOf, () -> model.evaluateAll(context));
        } finally {
            selected = selectedRows.end();
        }
        Map<String, @Nullable Object> trace = new LinkedHashMap<>();
        for (DMNDecisionResult decision : result.getDecisionResults()) {
            String title = titles.getOrDefault(decision.getDecisionId(), decision.getDecisionName());
            trace.put(title, Plain.of(decision.getResult()));
        }
        return evaluation(
                trace,
                selected,
                result.getMessages().stream().map(DMNMessage::getMessage).toList());
    }

    /** @param trace every decision's value, the outcome among them */
    private Evaluation evaluation(Map<String, @Nullable Object> trace, List<String> selected, List<String> messages) {
        return new Evaluation(
                trace.remove(id), selected.stream().distinct().map(rows::byId).toList(), trace, messages);
    }
}
