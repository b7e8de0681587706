package dev.keyline.accountplan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Compares two versions of a plan entry by entry. */
public final class PlanDifference {
    /** One entry that is not as it was. */
    @Schema(name = "PlanDifference", description = "One entry of a plan that is not as it was.")
    public record Entry(
            @Schema(description = "The section.") String section,

            @Schema(description = "The entry's id; null in a section that is one thing.", nullable = true) @Nullable
            String entry,

            @Schema(
                    description = "What happened to it.",
                    enumeration = {"added", "changed", "removed"})
            String what,

            @Schema(description = "The fields that changed; empty for what was added or removed.")
            List<Field> fields,

            @Schema(description = "All of it as a sentence.")
            String words) {}

    /** One field that changed. */
    @Schema(name = "PlanFieldDifference", description = "One field that is not as it was.")
    public record Field(
            @Schema(description = "Its name.") String field,

            @Schema(description = "What it was, as text; null: empty.", nullable = true) @Nullable
            String was,

            @Schema(description = "What it is, as text; null: empty.", nullable = true) @Nullable
            String is) {}

    private final ObjectMapper mapper;

    PlanDifference(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** In the order of the document; entries that only changed places are the same. */
    List<Entry> between(PlanDocument before, PlanDocument after) {
        JsonNode was = mapper.valueToTree(before);
        JsonNode is = mapper.valueToTree(after);
        List<Entry> differences = new ArrayList<>();
        for (Section section : Section.ALL) {
            Map<String, JsonNode> old = byId(section, was.path(section.name()));
            Map<String, JsonNode> now = byId(section, is.path(section.name()));
            Set<String> ids = new LinkedHashSet<>(now.keySet());
            ids.addAll(old.keySet());
            ids.stream()
                    .filter(id -> !Objects.equals(old.get(id), now.get(id)))
                    .forEach(id -> differences.add(entry(section, id, old.get(id), now.get(id))));
        }
        return differences;
    }

    private static Map<String, JsonNode> byId(Section section, JsonNode node) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        if (section.isList()) {
            node.forEach(entry -> entries.put(entry.path("id").asText(), entry));
        } else if (node.isObject()) {
            entries.put("", node);
        }
        return entries;
    }

    private static Entry entry(Section section, String id, @Nullable JsonNode was, @Nullable JsonNode is) {
        String name = id.isEmpty() ? null : id;
        JsonNode shown = is == null ? was : is;
        String title = section.name()
                + (name == null || shown == null
                        ? ""
                        : " “" + shown.path(section.label()).asText(id) + "”");
        if (was == null) {
            return new Entry(section.name(), name, "added", List.of(), title + " was added");
        }
        if (is == null) {
            return new Entry(section.name(), name, "removed", List.of(), title + " was removed");
        }
        List<Field> fields = new ArrayList<>();
        is.fieldNames().forEachRemaining(field -> {
            String before = text(was.path(field));
            String after = text(is.path(field));
            if (!Objects.equals(before, after)) {
                fields.add(new Field(field, before, after));
            }
        });
        return new Entry(section.name(), name, "changed", fields, title + ": " + inWords(fields));
    }

    private static String inWords(List<Field> fields) {
        return fields.stream()
                .map(field -> field.field() + " was " + (field.was() == null ? "empty" : "“" + field.was() + "”")
                        + " and is " + (field.is() == null ? "empty" : "“" + field.is() + "”"))
                .collect(Collectors.joining("; "));
    }

    private static @Nullable String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(item.asText()));
            return String.join(", ", items);
        }
        return node.asText();
    }
}
