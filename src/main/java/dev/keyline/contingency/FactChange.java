package dev.keyline.contingency;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fact that would be another. */
@Schema(description = "A fact that would be another.")
public record FactChange(
        @Schema(description = "The fact.") String fact,

        @Schema(description = "Of a list, the id of the element; null for a plain fact.", nullable = true) @Nullable
        String element,

        @Schema(description = "Its value now; null: unknown, or not in the list.", nullable = true) @Nullable
        Object before,

        @Schema(description = "Its value then; null: unknown.", nullable = true) @Nullable
        Object after) {

    /** By name; of a list only the elements that differ. */
    static List<FactChange> between(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        List<FactChange> changes = new ArrayList<>();
        for (String fact : new TreeSet<>(after.keySet())) {
            Object was = before.get(fact);
            Object is = after.get(fact);
            if (is instanceof List<?> list) {
                Map<String, @Nullable Object> old = byId(was);
                byId(list).forEach((id, element) -> {
                    if (!Objects.equals(old.get(id), element)) {
                        changes.add(new FactChange(fact, id, plain(old.get(id)), plain(element)));
                    }
                });
            } else if (!Objects.equals(was, is)) {
                changes.add(new FactChange(fact, null, plain(was), plain(is)));
            }
        }
        return changes;
    }

    private static Map<String, @Nullable Object> byId(@Nullable Object list) {
        Map<String, @Nullable Object> byId = new LinkedHashMap<>();
        if (list instanceof List<?> elements) {
            for (Object element : elements) {
                Object id = element instanceof Map<?, ?> record ? record.get("id") : null;
                byId.put(String.valueOf(id == null ? element : id), element);
            }
        }
        return byId;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> record) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            record.forEach((name, part) -> plain.put(String.valueOf(name), plain(part)));
            return plain;
        }
        return value instanceof ZonedDateTime time ? time.toInstant() : value;
    }
}
