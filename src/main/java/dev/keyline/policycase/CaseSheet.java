package dev.keyline.policycase;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file of cases, YAML that an analyst reads.
 *
 * <pre>
 * policy: account-tier
 * given:                       # facts that all cases share; a case takes one away with ~
 *   revenueScore: 50
 * cases:
 *   - case: a score of 80 makes a Tier 1 account
 *     facts: {revenueScore: 80}
 *     asOf: 2026-01-15T09:00:00Z
 *     outcome: {tier: Tier 1}  # other components aside
 *     rules: [tier-strategic]  # among those that decide
 *     not: [tier-growth]
 * </pre>
 */
public record CaseSheet(String policy, List<PolicyCase> cases) {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    public CaseSheet {
        cases = List.copyOf(cases);
    }

    private record Written(
            @Nullable String policy,
            @Nullable Map<String, Object> given,
            @Nullable List<@Nullable WrittenCase> cases) {}

    private record WrittenCase(
            @JsonProperty("case") @Nullable String name,
            @Nullable Map<String, Object> facts,
            @Nullable Instant asOf,
            @Nullable Object outcome,
            @Nullable List<String> rules,
            @Nullable List<String> not,
            @Nullable Map<String, List<Object>> withdrawn) {}

    /**
     * Reads a sheet.
     *
     * @param path what errors call it
     * @throws BadInputException with line and column of what is no YAML or no case, and the place of what is missing
     */
    public static CaseSheet read(String path, String yaml) {
        Written sheet = parsed(path, yaml);
        List<InputError> errors = new ArrayList<>();
        if (sheet.policy() == null || sheet.policy().isBlank()) {
            errors.add(new InputError(path + "#/policy", "must name the policy"));
        }
        List<@Nullable WrittenCase> written = Objects.requireNonNullElse(sheet.cases(), List.of());
        List<PolicyCase> cases = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            WrittenCase one = written.get(i);
            if (one == null || one.name() == null || one.name().isBlank()) {
                errors.add(new InputError(path + "#/cases/" + i + "/case", "must say what the case shows"));
            } else {
                cases.add(asCase(one.name(), one, Objects.requireNonNullElse(sheet.given(), Map.of())));
            }
        }
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
        return new CaseSheet(Objects.requireNonNull(sheet.policy()), cases);
    }

    private static Written parsed(String path, String yaml) {
        try {
            Written sheet = YAML.readValue(yaml, Written.class);
            if (sheet == null) {
                throw new BadInputException(path, "is empty");
            }
            return sheet;
        } catch (JsonProcessingException e) {
            throw new BadInputException(path + place(e), e.getOriginalMessage());
        }
    }

    private static String place(JsonProcessingException e) {
        String pointer = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "/" + step.getIndex() : "/" + step.getFieldName())
                        .collect(Collectors.joining())
                : "";
        JsonLocation location = e.getLocation();
        return (pointer.isEmpty() ? "" : "#" + pointer)
                + (location == null ? "" : ", line " + location.getLineNr() + ", column " + location.getColumnNr());
    }

    private static PolicyCase asCase(String name, WrittenCase one, Map<String, Object> given) {
        Map<String, Object> facts = new LinkedHashMap<>(given);
        facts.putAll(Objects.requireNonNullElse(one.facts(), Map.of()));
        facts.values().removeIf(Objects::isNull);
        return new PolicyCase(
                name,
                facts,
                Objects.requireNonNullElse(one.asOf(), PolicyCase.DEFAULT_AS_OF),
                one.outcome(),
                Objects.requireNonNullElse(one.rules(), List.of()),
                Objects.requireNonNullElse(one.not(), List.of()),
                Objects.requireNonNullElse(one.withdrawn(), Map.of()));
    }
}
