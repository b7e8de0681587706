package dev.keyline.portfolio;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written of one thing: values by field. A field that is absent stays as it is (or takes its default in a
 * new row); one that is null is emptied.
 *
 * @param values typed as {@link FieldType} says; {@code attributes}, of accounts alone, is a map
 */
public record Row(Map<String, @Nullable Object> values) {
    /** The custom attributes of an account. */
    public static final String ATTRIBUTES = "attributes";

    public @Nullable Object get(String field) {
        return values.get(field);
    }

    /** The values that tell it from others, as text; readable, and the same for equal keys only. */
    public List<String> key(Entity entity) {
        return entity.keys().stream()
                .map(field -> String.valueOf(values.get(field.name())))
                .collect(Collectors.toUnmodifiableList());
    }
}
