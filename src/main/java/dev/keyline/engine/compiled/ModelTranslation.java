package dev.keyline.engine.compiled;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.api.core.ast.DMNNode;
import org.kie.dmn.api.core.ast.DecisionNode;
import org.kie.dmn.api.core.ast.ItemDefNode;
import org.kie.dmn.core.ast.BusinessKnowledgeModelNodeImpl;
import org.kie.dmn.core.ast.DMNBaseNode;
import org.kie.dmn.core.ast.DecisionNodeImpl;
import org.kie.dmn.core.ast.InputDataNodeImpl;
import org.kie.dmn.core.ast.ItemDefNodeImpl;
import org.kie.dmn.core.compiler.DecisionCompiler;
import org.kie.dmn.core.compiler.RuntimeModeOption;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.core.impl.DMNModelImpl;
import org.kie.dmn.core.impl.DMNRuntimeImpl;
import org.kie.dmn.feel.runtime.UnaryTest;
import org.kie.dmn.model.api.ItemDefinition;

/** The translation of one model: its decisions in the order in which the engine works them out. */
final class ModelTranslation {
    private final DMNModelImpl model;
    private final Parser parser;
    private final Types types;
    private final Expressions expressions;
    private final Boxes boxes;
    private final boolean checked;
    private final IdentityHashMap<List<UnaryTest>, String> allowedValues = new IdentityHashMap<>();
    private final Map<String, CompiledModel.Input> inputs = new LinkedHashMap<>();
    private final Map<String, CompiledModel.Decision> decisions = new LinkedHashMap<>();
    private final Map<String, Callee> callees = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    ModelTranslation(DMNRuntimeImpl runtime, DMNModelImpl model) {
        if (runtime.getRuntimeModeOption() != RuntimeModeOption.MODE.LENIENT) {
            throw new UntranslatableException("a runtime that is strict");
        }
        this.model = model;
        this.checked = runtime.performRuntimeTypeCheck(model);
        this.parser = new Parser(model, runtime.getProfiles());
        this.expressions = new Expressions(new Functions(parser.functions()));
        this.types = new Types(this::allowed);
        this.boxes = new Boxes(
                model,
                parser,
                expressions,
                types,
                new Tables(model, parser, expressions, this::allowed, checked),
                checked);
        runtime.getModels().forEach(this::noteAllowedValues);
    }

    private void noteAllowedValues(DMNModel defining) {
        for (ItemDefNode node : defining.getItemDefinitions()) {
            noteAllowedValues(node.getType(), ((ItemDefNodeImpl) node).getItemDef());
        }
    }

    private void noteAllowedValues(@Nullable DMNType type, ItemDefinition definition) {
        if (type instanceof BaseDMNTypeImpl known
                && known.getAllowedValuesFEEL() != null
                && definition.getAllowedValues() != null) {
            allowedValues.put(
                    known.getAllowedValuesFEEL(), definition.getAllowedValues().getText());
        }
        if (type != null) {
            definition
                    .getItemComponent()
                    .forEach(part -> noteAllowedValues(type.getFields().get(part.getName()), part));
        }
    }

    private Cell @Nullable [] allowed(List<UnaryTest> tests) {
        String text = allowedValues.get(tests);
        return text == null
                ? null
                : expressions
                        .ranges()
                        .cells()
                        .all(
                                parser.tests(text, model.getTypeRegistry().unknown()),
                                Scope.of(Map.of(), Map.of(), false));
    }

    Types types() {
        return types;
    }

    CompiledModel model() {
        // the engine goes through them in the order of a hash set, and lists their results in that of a hash map
        Set<DecisionNode> own = model.getDecisions().stream()
                .filter(decision -> decision.getModelNamespace().equals(model.getNamespace()))
                .collect(Collectors.toSet());
        Map<String, String> results = new HashMap<>();
        own.forEach(decision -> results.put(decision.getId(), decision.getName()));
        for (DecisionNode decision : own) {
            require(decision);
        }
        List<CompiledModel.Decision> listed = results.values().stream()
                .map(name -> Objects.requireNonNull(decisions.get(name)))
                .toList();
        if (listed.size() != decisions.size()) {
            throw new UntranslatableException("several decisions of one name");
        }
        return new CompiledModel(
                List.copyOf(inputs.values()), List.copyOf(decisions.values()), listed, expressions.isTame());
    }

    /** Sees to it that a node is translated, after everything that it requires. */
    private void require(DMNNode node) {
        if (!node.getModelNamespace().equals(model.getNamespace())) {
            throw new UntranslatableException("the imported " + node.getName());
        }
        if (node instanceof InputDataNodeImpl input) {
            inputs.computeIfAbsent(
                    input.getName(),
                    name -> new CompiledModel.Input(
                            name, place(), checked ? types.of(input.getType()) : (run, value) -> true));
        } else if (node instanceof DecisionNodeImpl decision) {
            if (!decisions.containsKey(decision.getName())) {
                decide(decision);
            }
        } else if (node instanceof BusinessKnowledgeModelNodeImpl knowledge) {
            if (!callees.containsKey(knowledge.getName())) {
                define(knowledge);
            }
        } else {
            throw new UntranslatableException("the " + node.getClass().getSimpleName() + " " + node.getName());
        }
    }

    private int place() {
        return inputs.size() + decisions.size();
    }

    private void requireAll(DMNBaseNode node) {
        if (!begun.add(node.getId())) {
            throw new UntranslatableException("the circle around " + node.getName());
        }
        node.getDependencies().values().forEach(this::require);
    }

    private void decide(DecisionNodeImpl decision) {
        requireAll(decision);
        parser.names().enterFrame();
        try {
            DecisionCompiler.loadInCtx(decision, parser.names(), model);
            Term term = boxes.of(
                    decision.getDecision().getExpression(),
                    decision,
                    scope(decision.getDependencies().values(), false));
            decisions.put(
                    decision.getName(),
                    new CompiledModel.Decision(
                            decision.getName(), place(), term, types.conversion(decision.getResultType(), checked)));
        } finally {
            parser.names().exitFrame();
        }
    }

    private void define(BusinessKnowledgeModelNodeImpl knowledge) {
        requireAll(knowledge);
        var function = knowledge.getBusinessKnowledModel().getEncapsulatedLogic();
        if (function == null) {
            throw new UntranslatableException("the empty " + knowledge.getName());
        }
        parser.names().enterFrame();
        try {
            DecisionCompiler.loadInCtx(knowledge, parser.names(), model);
            parser.names().setVariable(knowledge.getName(), knowledge.getResultType());
            Callee callee = boxes.function(function, types.answer(knowledge.getResultType(), checked));
            callees.put(knowledge.getName(), callee);
            List<DMNNode> seen = new ArrayList<>(knowledge.getDependencies().values());
            seen.add(knowledge);
            boxes.setBody(callee, function, knowledge, scope(seen, true));
        } finally {
            parser.names().exitFrame();
        }
    }

    /** The names of what a node requires. */
    private Scope scope(Collection<DMNNode> required, boolean inFunction) {
        Map<String, Term> values = new HashMap<>();
        Map<String, Callee> functions = new HashMap<>();
        for (DMNNode node : required) {
            String name = Scope.normal(node.getName());
            Callee callee = callees.get(node.getName());
            if (node instanceof BusinessKnowledgeModelNodeImpl && callee != null) {
                functions.put(name, callee);
                values.put(name, (run, env) -> new FunctionValue(callee, run, null));
            } else {
                int index = node instanceof DecisionNodeImpl
                        ? Objects.requireNonNull(decisions.get(node.getName())).index()
                        : Objects.requireNonNull(inputs.get(node.getName())).index();
                values.put(name, (run, env) -> run.values[index]);
            }
        }
        return Scope.of(values, functions, inFunction);
    }
}
