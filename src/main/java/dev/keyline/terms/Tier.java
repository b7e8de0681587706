package dev.keyline.terms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How much attention an account is given, as the policy {@code account-tier} words it. */
public enum Tier {
    TIER_1("Tier 1"),
    TIER_2("Tier 2"),
    TIER_3("Tier 3"),
    NOT_A_KEY_ACCOUNT("not a key account");

    private final String words;

    Tier(String words) {
        this.words = words;
    }

    @JsonValue
    public String words() {
        return words;
    }

    /**
     * The tier that is called so.
     *
     * @throws IllegalArgumentException when none is
     */
    @JsonCreator
    public static Tier of(String words) {
        for (Tier tier : values()) {
            if (tier.words.equals(words)) {
                return tier;
            }
        }
        throw new IllegalArgumentException(
                "is no tier; one of \"Tier 1\", \"Tier 2\", \"Tier 3\", \"not a key account\" is");
    }

    @Override
    public String toString() {
        return words;
    }
}
