package dev.keyline.engine;

import dev.keyline.engine.compiled.TypeTests;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.api.core.DMNUnaryTest;
import org.kie.dmn.api.core.ast.ItemDefNode;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.model.api.ItemDefinition;

/** The shared words of all policies: a DMN model that holds item definitions only. */
public final class Vocabulary {
    private static final QName UNIT = new QName("https://keyline.dev/ns", "unit");
    private static final Map<BuiltInType, FactType.Kind> KINDS = Map.of(
            BuiltInType.STRING, FactType.Kind.TEXT,
            BuiltInType.NUMBER, FactType.Kind.NUMBER,
            BuiltInType.BOOLEAN, FactType.Kind.BOOLEAN,
            BuiltInType.DATE, FactType.Kind.DATE,
            BuiltInType.DATE_TIME, FactType.Kind.DATE_TIME,
            BuiltInType.DURATION, FactType.Kind.DURATION);

    private final Map<String, FactType> types;

    private Vocabulary(Map<String, FactType> types) {
        this.types = types;
    }

    /**
     * Reads a vocabulary.
     *
     * @throws RejectedTextException when the text is no DMN model or defines a type wrongly
     */
    public static Vocabulary read(PolicyText text) {
        DMNRuntime runtime = DmnTexts.runtime(text);
        DMNModel model = runtime.getModels().get(0);
        List<String> problems = DmnTexts.problems(model);
        if (!problems.isEmpty()) {
            throw new RejectedTextException(text.path(), problems);
        }
        Map<String, ItemDefinition> definitions = model.getDefinitions().getItemDefinition().stream()
                .collect(Collectors.toMap(ItemDefinition::getName, definition -> definition));
        TypeTests tests = TypeTests.of(runtime, model);
        Map<String, FactType> types = new LinkedHashMap<>();
        for (ItemDefNode node : model.getItemDefinitions()) {
            types.put(node.getName(), type(node.getName(), node.getType(), definitions.get(node.getName()), tests));
        }
        return new Vocabulary(types);
    }

    private static FactType type(String name, DMNType type, @Nullable ItemDefinition definition, TypeTests tests) {
        List<FactType> components = new ArrayList<>();
        type.getFields()
                .forEach((field, fieldType) ->
                        components.add(type(field, fieldType, component(definition, field), tests)));
        return new FactType(
                name,
                components.isEmpty() ? kind(type) : FactType.Kind.RECORD,
                type.isCollection(),
                List.copyOf(components),
                definition == null ? null : definition.getDescription(),
                definition == null ? null : definition.getAdditionalAttributes().get(UNIT),
                allowed(type),
                tests.of(type));
    }

    private static @Nullable ItemDefinition component(@Nullable ItemDefinition definition, String name) {
        return definition == null
                ? null
                : definition.getItemComponent().stream()
                        .filter(component -> component.getName().equals(name))
                        .findFirst()
                        .orElse(null);
    }

    private static FactType.Kind kind(DMNType type) {
        DMNType base = type;
        while (base.getBaseType() != null) {
            base = base.getBaseType();
        }
        return base instanceof BaseDMNTypeImpl feel && feel.getFeelType() instanceof BuiltInType builtIn
                ? KINDS.getOrDefault(builtIn, FactType.Kind.ANY)
                : FactType.Kind.ANY;
    }

    private static @Nullable String allowed(DMNType type) {
        List<DMNUnaryTest> allowed = type.getAllowedValues();
        return allowed == null || allowed.isEmpty()
                ? null
                : allowed.stream().map(DMNUnaryTest::toString).collect(Collectors.joining(", "));
    }

    /** By name, in the order of their definition; component types among them. */
    public Map<String, FactType> types() {
        return types;
    }

    public Optional<FactType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
