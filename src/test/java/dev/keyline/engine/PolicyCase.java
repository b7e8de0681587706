package dev.keyline.engine;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case as an analyst reads it.
 *
 * @param outcome what has to be in the outcome, other components aside
 * @param rules rows or rules that have to be among those that decided
 * @param not those that must not
 * @param withdrawn for rules: by fact, the ids of what is taken back after all have fired
 */
record PolicyCase(
        @JsonProperty("case") String name,
        Map<String, Object> facts,
        Instant asOf,
        @Nullable Object outcome,
        List<String> rules,
        List<String> not,
        Map<String, List<Object>> withdrawn) {

    private static final Instant DEFAULT_AS_OF = Instant.parse("2026-01-15T09:00:00Z");

    PolicyCase {
        facts = Objects.requireNonNullElse(facts, Map.of());
        asOf = Objects.requireNonNullElse(asOf, DEFAULT_AS_OF);
        rules = Objects.requireNonNullElse(rules, List.of());
        not = Objects.requireNonNullElse(not, List.of());
        withdrawn = Objects.requireNonNullElse(withdrawn, Map.of());
    }

    /**
     * The cases of a policy.
     *
     * @param given facts that all cases share
     */
    record Sheet(String policy, Map<String, Object> given, List<PolicyCase> cases) {
        private static final YAMLMapper YAML = YAMLMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();

        static Sheet read(Path file) throws IOException {
            return YAML.readValue(file.toFile(), new TypeReference<Sheet>() {});
        }

        /** A case's own facts over the shared ones; {@code ~} takes a shared one away. */
        Map<String, Object> factsOf(PolicyCase one) {
            Map<String, Object> facts = new LinkedHashMap<>(Objects.requireNonNullElse(given, Map.of()));
            facts.putAll(one.facts());
            facts.values().removeIf(Objects::isNull);
            return facts;
        }
    }
}
