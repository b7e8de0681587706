package dev.keyline.portfolio.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.http.InputError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A node of a mapping document with the way to it, so that whatever is wrong there can be named.
 *
 * @param pointer JSON pointer
 * @param name the last key of the pointer
 */
record Place(String pointer, String name, JsonNode node, List<InputError> errors) {
    /** The place of {@code key}, empty when it is not there. */
    Optional<Place> at(String key) {
        JsonNode child = node.get(key);
        return child == null || child.isNull() ? Optional.empty() : Optional.of(in(key, child));
    }

    private Place in(String key, JsonNode child) {
        return new Place(pointer + "/" + key.replace("~", "~0").replace("/", "~1"), key, child, errors);
    }

    void refuse(String message) {
        errors.add(new InputError(pointer, message));
    }

    /** Refuses keys that are none of {@code keys}; false when this is no object at all. */
    boolean isObjectOf(Collection<String> keys) {
        if (!node.isObject()) {
            refuse("must be an object with the keys " + String.join(", ", keys));
            return false;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!keys.contains(entry.getKey())) {
                in(entry.getKey(), entry.getValue()).refuse("is no key here" + Nearest.hint(entry.getKey(), keys));
            }
        }
        return true;
    }

    @Nullable
    String text() {
        if (!node.isValueNode()) {
            refuse("must be a text");
            return null;
        }
        return node.asText();
    }

    Optional<String> text(String key) {
        return at(key).map(Place::text);
    }

    /** One text or a list of them. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Place element : node.isArray() ? elements() : List.of(this)) {
            String text = element.text();
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    List<Place> elements() {
        if (!node.isArray()) {
            refuse("must be a list");
            return List.of();
        }
        List<Place> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(in(Integer.toString(i), node.get(i)));
        }
        return elements;
    }

    /** The object at {@code key} with each value as {@code read} gives it; empty when it is not there. */
    <T> Map<String, T> map(String key, Function<Place, @Nullable T> read) {
        Optional<Place> there = at(key);
        if (there.isEmpty()) {
            return Map.of();
        }
        if (!there.get().node.isObject()) {
            there.get().refuse("must be an object");
            return Map.of();
        }
        Map<String, T> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : there.get().node.properties()) {
            T value = read.apply(there.get().in(entry.getKey(), entry.getValue()));
            if (value != null) {
                map.put(entry.getKey(), value);
            }
        }
        return map;
    }
}
