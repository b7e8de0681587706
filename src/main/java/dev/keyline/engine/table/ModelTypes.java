package dev.keyline.engine.table;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The types and names that the tables of a model may use: its own and those of the models it imports. */
public final class ModelTypes {
    private static final Map<String, ValueKind> FEEL = Map.ofEntries(
            Map.entry("number", ValueKind.NUMBER),
            Map.entry("string", ValueKind.TEXT),
            Map.entry("boolean", ValueKind.BOOLEAN),
            Map.entry("date", ValueKind.DATE),
            Map.entry("dateTime", ValueKind.DATE_TIME),
            Map.entry("date and time", ValueKind.DATE_TIME),
            Map.entry("dayTimeDuration", ValueKind.DURATION),
            Map.entry("days and time duration", ValueKind.DURATION),
            Map.entry("yearMonthDuration", ValueKind.MONTHS),
            Map.entry("years and months duration", ValueKind.MONTHS));
    private static final List<String> NAMING = List.of(
            "inputData",
            "decision",
            "businessKnowledgeModel",
            "decisionService",
            "variable",
            "formalParameter",
            "parameter",
            "itemComponent",
            "import");
    private static final int DEEPEST_ALIAS = 20;

    private final Map<String, Element> definitions = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Set<String> names = new LinkedHashSet<>();

    private ModelTypes() {}

    /**
     * What the values of a type are.
     *
     * @param allowed what any value but null satisfies; null for every value of the kind
     */
    public record Type(ValueKind kind, @Nullable Condition allowed) {
        static final Type UNKNOWN = new Type(ValueKind.ANY, null);
    }

    /** Reads the types of a model; of the others those that it imports, by their namespaces. */
    public static ModelTypes of(DmnDocument model, DmnDocument... others) {
        ModelTypes types = new ModelTypes();
        types.add("", model.root());
        for (Element imported : Xml.children(model.root(), "import")) {
            for (DmnDocument other : others) {
                if (other.namespace().equals(imported.getAttribute("namespace"))) {
                    types.add(imported.getAttribute("name") + ".", other.root());
                }
            }
        }
        return types;
    }

    private void add(String prefix, Element root) {
        Xml.children(root, "itemDefinition")
                .forEach(definition -> definitions.put(prefix + definition.getAttribute("name"), definition));
        NAMING.forEach(kind -> Xml.all(root, kind).forEach(element -> names.add(element.getAttribute("name"))));
        for (Element variable : Xml.all(root, "variable")) {
            if (variable.hasAttribute("typeRef")) {
                variables.putIfAbsent(prefix + variable.getAttribute("name"), variable.getAttribute("typeRef"));
            }
        }
        names.remove("");
    }

    /** Names that an expression may use: of inputs, decisions, functions, components of types. */
    Set<String> names() {
        return names;
    }

    /** The type of a name; of no known kind when there is none such, or when it is a list or a record. */
    public Type find(@Nullable String typeRef) {
        return find(typeRef, 0);
    }

    private Type find(@Nullable String typeRef, int depth) {
        if (typeRef == null || depth > DEEPEST_ALIAS) {
            return Type.UNKNOWN;
        }
        String name = typeRef.startsWith("feel:") ? typeRef.substring("feel:".length()) : typeRef;
        Element definition = definitions.get(name);
        if (definition == null) {
            return new Type(FEEL.getOrDefault(name, ValueKind.ANY), null);
        }
        String base = Xml.textIn(definition, "typeRef");
        if (base == null || "true".equals(definition.getAttribute("isCollection"))) {
            return Type.UNKNOWN;
        }
        String prefix = name.substring(0, name.lastIndexOf('.') + 1);
        Type inherited = find(definitions.containsKey(prefix + base) ? prefix + base : base, depth + 1);
        Condition own = allowed(definition);
        return new Type(inherited.kind(), own == null ? inherited.allowed() : own);
    }

    private @Nullable Condition allowed(Element definition) {
        String values = Xml.textOf(definition, "allowedValues");
        String text = values == null ? Xml.textOf(definition, "typeConstraint") : values;
        return text == null ? null : constraint(text);
    }

    /** Values that a column or type allows; null when they are no plain list or range, so that any may come. */
    @Nullable
    Condition constraint(String text) {
        try {
            Condition read = UnaryTests.parse(text, names);
            return read instanceof Condition.Opaque || read instanceof Condition.Anything ? null : read;
        } catch (CellSyntaxException e) {
            return null;
        }
    }

    /** The type of a column's expression: what the column says, or else the variable of that name. */
    Type ofExpression(String expression, @Nullable String typeRef) {
        return find(typeRef == null ? variables.get(expression) : typeRef);
    }

    /** Whether an expression is but the name of an input or a decision, whose value may be absent. */
    public boolean isName(String expression) {
        return names.contains(expression);
    }
}
