package dev.keyline.policycase;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts, and what a policy must make of them.
 *
 * @param name what the case shows, in a sentence
 * @param facts as JSON has them; one that is not here is unknown
 * @param outcome what has to be in the outcome, other components aside; null: anything
 * @param rules rows or rules that have to be among those that decide
 * @param not those that must not
 * @param withdrawn for rules: by fact, the ids or places (from 0) of what is taken back after all have fired
 */
public record PolicyCase(
        String name,
        Map<String, Object> facts,
        Instant asOf,
        @Nullable Object outcome,
        List<String> rules,
        List<String> not,
        Map<String, List<Object>> withdrawn) {
    /** The as-of of a case that names none: a Thursday without a holiday. */
    public static final Instant DEFAULT_AS_OF = Instant.parse("2026-01-15T09:00:00Z");

    public PolicyCase {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        rules = List.copyOf(rules);
        not = List.copyOf(not);
        withdrawn = Map.copyOf(withdrawn);
    }
}
