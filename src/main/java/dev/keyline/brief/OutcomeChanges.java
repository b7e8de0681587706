package dev.keyline.brief;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.decision.Held;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says what a reader would call a change between two outcomes: another word, a score that moved, a finding that came or
 * went. Sentences that merely tell other numbers, and days that pass, are no change.
 */
final class OutcomeChanges {
    private static final BigDecimal LEAST_POINTS = BigDecimal.ONE;
    private static final int LONGEST_WORD = 40;
    private static final Set<String> SENTENCES = Set.of("reason", "evidence", "basis", "why");
    private static final List<String> NAMES =
            List.of("sign", "playbook", "cause", "step", "item", "role", "path", "part", "name");

    private OutcomeChanges() {}

    /** Policy by policy; one that held nothing before is new and says nothing. */
    static List<Statement> between(Map<String, Held> before, Map<String, Held> now) {
        List<Statement> changes = new ArrayList<>();
        now.forEach((policy, held) -> {
            Held was = before.get(policy);
            if (was != null) {
                List<String> words = words(was.outcome(), held.outcome());
                if (!words.isEmpty()) {
                    changes.add(new Statement(
                            Words.spaced(policy), String.join(" ", words), "plain", held.outcome(), held.grounds()));
                }
            }
        });
        return changes;
    }

    private static List<String> words(JsonNode was, JsonNode is) {
        List<String> words = new ArrayList<>();
        is.properties().forEach(component -> {
            String name = component.getKey();
            JsonNode before = was.path(name);
            JsonNode after = component.getValue();
            if (before.isArray() || after.isArray()) {
                list(names(before), names(after), words);
            } else if (isWord(name, before)
                    && isWord(name, after)
                    && !word(before).equals(word(after))) {
                words.add(Words.capital(Words.spaced(name)) + " was " + word(before) + " and is " + word(after) + ".");
            } else if (name.equals("score") && moved(before, after)) {
                words.add("Score was " + Words.value(before) + " and is " + Words.value(after) + ".");
            }
        });
        return words;
    }

    private static void list(Set<String> before, Set<String> after, List<String> words) {
        Set<String> came = new LinkedHashSet<>(after);
        came.removeAll(before);
        Set<String> went = new LinkedHashSet<>(before);
        went.removeAll(after);
        if (!came.isEmpty()) {
            words.add("New: " + String.join(", ", came) + ".");
        }
        if (!went.isEmpty()) {
            words.add("Gone: " + String.join(", ", went) + ".");
        }
    }

    private static Set<String> names(JsonNode list) {
        Set<String> names = new LinkedHashSet<>();
        list.forEach(entry -> {
            if (entry.isTextual()) {
                names.add(entry.textValue());
            }
            NAMES.stream()
                    .filter(name -> entry.path(name).isTextual())
                    .findFirst()
                    .ifPresent(name -> names.add(Words.spaced(entry.path(name).textValue())));
        });
        return names;
    }

    /** A component that an older version did not have says nothing of a change. */
    private static boolean isWord(String name, JsonNode value) {
        return !SENTENCES.contains(name)
                && (value.isBoolean()
                        || value.isNull()
                        || (value.isTextual()
                                && value.textValue().length() <= LONGEST_WORD
                                && !value.textValue().matches("\\d{4}-.*")));
    }

    private static String word(JsonNode value) {
        return value.isNull() ? "none" : Words.value(value);
    }

    private static boolean moved(JsonNode before, JsonNode after) {
        return before.isNumber()
                && after.isNumber()
                && before.decimalValue().subtract(after.decimalValue()).abs().compareTo(LEAST_POINTS) >= 0;
    }
}
