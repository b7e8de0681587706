package dev.keyline.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.keyline.engine.PolicyText;
import java.util.List;

/** Texts as columns of JSON hold them. */
final class TextsJson {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private record Stored(String id, String path, String text) {}

    private TextsJson() {}

    static String write(List<PolicyText> texts) {
        try {
            return JSON.writeValueAsString(texts.stream()
                    .map(text -> new Stored(text.id(), text.path(), text.text()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("texts that are no JSON", e);
        }
    }

    /** Of texts, their paths alone. */
    static List<String> paths(String json) {
        return read(json, new TypeReference<>() {});
    }

    static List<PolicyText> read(String json) {
        return read(json, new TypeReference<List<Stored>>() {}).stream()
                .map(stored -> new PolicyText(stored.id(), stored.path(), stored.text()))
                .toList();
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column of texts holds something else", e);
        }
    }
}
