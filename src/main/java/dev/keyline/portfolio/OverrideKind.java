package dev.keyline.portfolio;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people decide by hand, against or without a policy. */
enum OverrideKind {
    TIER("tier", "Tier 1", "Tier 2", "Tier 3", "not a key account"),
    HEALTH("health", "healthy", "neutral", "at risk", "critical"),
    TRIGGER_EXCLUSION("trigger-exclusion", "renew", "upsell", "cross-sell", "land-and-expand", "all");

    private static final Pattern CAUSE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_CAUSE = 60;

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> values;

    OverrideKind(String word, String... values) {
        this.word = word;
        this.values = List.of(values);
    }

    String word() {
        return word;
    }

    static Optional<OverrideKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(OverrideKind::word).collect(Collectors.joining(", "));
    }

    /** Whether one for each value may act beside the others; of the other kinds there is one an account. */
    boolean isForEachValue() {
        return this == TRIGGER_EXCLUSION;
    }

    /** What is wrong with a value; empty when nothing is. */
    Optional<String> refusal(String value) {
        String known = String.join(", ", values);
        if (values.contains(value)) {
            return Optional.empty();
        }
        if (this != TRIGGER_EXCLUSION) {
            return Optional.of("must be one of " + known);
        }
        return value.length() <= LONGEST_CAUSE && CAUSE.matcher(value).matches()
                ? Optional.empty()
                : Optional.of("must be one of " + known + ", or a trigger's cause such as seats-used-up");
    }
}
