package dev.keyline.http.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a path such as {@code /plans/{id}/load/{person}} names, in words: a plan and a person. */
final class PathWords {
    /** What does not go by an id. */
    private static final Map<String, String> NAMED_OTHERWISE = Map.of(
            "policy", "The policy's name, as in `account-tier`.",
            "section", "The section's name, as in the document.",
            "table", "The table's id, or the name of its decision.",
            "version", "The version's number.");

    private final Map<String, String> nouns = new LinkedHashMap<>();

    PathWords(String path) {
        String before = "";
        for (String segment : path.split("/", -1)) {
            if (segment.startsWith("{")) {
                String parameter = segment.substring(1, segment.length() - 1);
                nouns.put(parameter, parameter.equals("id") ? singular(before) : parameter);
            }
            before = segment;
        }
    }

    private static String singular(String segment) {
        if (segment.equals("people")) {
            return "person";
        }
        return segment.endsWith("ies")
                ? segment.substring(0, segment.length() - "ies".length()) + "y"
                : segment.substring(0, segment.length() - 1);
    }

    /** Whether it names something by an id that was given out before. */
    boolean hasId() {
        return nouns.containsKey("id");
    }

    /** As in "The plan's id.". */
    String describe(String parameter) {
        String noun = nouns.getOrDefault(parameter, parameter);
        return NAMED_OTHERWISE.getOrDefault(noun, "The " + noun + "'s id.");
    }

    /** As in "No such plan or person.". */
    String noneSuch() {
        List<String> all = List.copyOf(nouns.values());
        int last = all.size() - 1;
        return last == 0
                ? "No " + all.get(0) + " of this id."
                : "No such " + String.join(", ", all.subList(0, last)) + " or " + all.get(last) + ".";
    }
}
