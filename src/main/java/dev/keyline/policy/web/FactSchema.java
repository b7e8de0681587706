package dev.keyline.policy.web;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.FactType;
import dev.keyline.facts.Fact;
import dev.keyline.facts.FactCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The facts of a policy as JSON Schema 2020-12. */
final class FactSchema {
    private FactSchema() {}

    static Map<String, Object> of(CompiledPolicy policy, FactCatalogue catalogue) {
        List<Fact> facts = policy.facts().stream()
                .sorted()
                .flatMap(fact -> catalogue.find(fact).stream())
                .toList();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Facts of " + policy.id());
        schema.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        facts.forEach(fact -> properties.put(fact.name(), type(fact.type())));
        schema.put("properties", properties);
        schema.put(
                "required",
                facts.stream().filter(Fact::required).map(Fact::name).toList());
        return schema;
    }

    private static Map<String, Object> type(FactType type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (type.list()) {
            schema.put("type", "array");
            describe(type, schema);
            schema.put("items", single(type));
        } else {
            schema.putAll(single(type));
            describe(type, schema);
        }
        return schema;
    }

    /** What JSON Schema has no word for is said in the description: allowed values in FEEL, and the unit. */
    private static void describe(FactType type, Map<String, Object> schema) {
        StringBuilder words = new StringBuilder(type.description() == null ? "" : type.description());
        if (type.unit() != null) {
            words.append(" Unit: ").append(type.unit()).append('.');
        }
        if (type.allowed() != null) {
            words.append(" Allowed: ").append(type.allowed()).append('.');
        }
        if (!words.isEmpty()) {
            schema.put("description", words.toString().strip());
        }
    }

    private static Map<String, Object> single(FactType type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (type.kind()) {
            case TEXT -> schema.put("type", List.of("string", "null"));
            case NUMBER -> schema.put("type", List.of("number", "null"));
            case BOOLEAN -> schema.put("type", List.of("boolean", "null"));
            case DATE -> format(schema, "date");
            case DATE_TIME -> format(schema, "date-time");
            case DURATION -> format(schema, "duration");
            case RECORD -> {
                schema.put("type", List.of("object", "null"));
                Map<String, Object> properties = new LinkedHashMap<>();
                type.components().forEach(component -> properties.put(component.name(), type(component)));
                schema.put("properties", properties);
                schema.put("additionalProperties", false);
            }
            case ANY -> {
                // any JSON
            }
        }
        return schema;
    }

    private static void format(Map<String, Object> schema, String format) {
        schema.put("type", List.of("string", "null"));
        schema.put("format", format);
    }
}
