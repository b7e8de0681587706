package dev.keyline.policycase.web;

import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import dev.keyline.policycase.PolicyCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A case as somebody wants it kept. */
@Schema(description = "A case as you want it kept.")
record CaseToKeep(
        @Schema(description = "What the case shows, in a sentence of up to 200 characters.", nullable = true) @Nullable
        String name,

        @Schema(description = "The facts, by name; one that is not here is unknown.", nullable = true) @Nullable
        Map<String, @Nullable Object> facts,

        @Schema(description = "What `today()` and `now()` are; absent: 2026-01-15T09:00:00Z.", nullable = true)
        @Nullable
        Instant asOf,

        @Schema(
                description = "What has to be in the outcome, other components aside; absent: anything.",
                nullable = true)
        @Nullable
        Object outcome,

        @Schema(description = "Ids of rows or rules that have to be among those that decide.", nullable = true)
        @Nullable
        List<@Nullable String> rules,

        @Schema(description = "Ids of rows or rules that must not decide.", nullable = true) @Nullable
        List<@Nullable String> not) {
    private static final int LONGEST_NAME = 200;

    /**
     * The name alone, for a case that is made from a decision.
     *
     * @throws BadInputException when anything else is sent along
     */
    @Nullable
    String onlyName() {
        if (Stream.of(facts, asOf, outcome, rules, not).anyMatch(Objects::nonNull)) {
            throw new BadInputException("", "may say nothing but the name: all else comes from the decision");
        }
        List<InputError> errors = new ArrayList<>();
        if (name != null) {
            checkName(errors);
        }
        refuse(errors);
        return name;
    }

    /**
     * The case.
     *
     * @throws BadInputException naming the place of all that is wrong, but for names of facts and rows
     */
    PolicyCase asCase() {
        List<InputError> errors = new ArrayList<>();
        checkName(errors);
        List<String> expected = present("/rules/", rules, errors);
        List<String> unexpected = present("/not/", not, errors);
        if (outcome == null && expected.isEmpty() && unexpected.isEmpty()) {
            errors.add(new InputError("", "must expect something: an outcome, rules, or rules that must not decide"));
        }
        refuse(errors);
        Map<String, Object> known = new LinkedHashMap<>();
        if (facts != null) {
            facts.forEach((fact, value) -> {
                if (value != null) {
                    known.put(fact, value);
                }
            });
        }
        return new PolicyCase(
                Objects.requireNonNull(name).strip(),
                known,
                Objects.requireNonNullElse(asOf, PolicyCase.DEFAULT_AS_OF),
                outcome,
                expected,
                unexpected,
                Map.of());
    }

    private void checkName(List<InputError> errors) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            errors.add(new InputError("/name", "must say in 1 to " + LONGEST_NAME + " characters what the case shows"));
        }
    }

    private static List<String> present(String at, @Nullable List<@Nullable String> ids, List<InputError> errors) {
        List<String> present = new ArrayList<>();
        if (ids != null) {
            for (int i = 0; i < ids.size(); i++) {
                String id = ids.get(i);
                if (id == null) {
                    errors.add(new InputError(at + i, "must be a row's id"));
                } else {
                    present.add(id);
                }
            }
        }
        return present;
    }

    private static void refuse(List<InputError> errors) {
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
    }
}
