package dev.keyline.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person can be to an account. */
public enum Seat {
    @JsonProperty("account-manager")
    ACCOUNT_MANAGER("account manager"),
    @JsonProperty("executive-sponsor")
    EXECUTIVE_SPONSOR("executive sponsor");

    private final String words;

    Seat(String words) {
        this.words = words;
    }

    /** As it stands in JSON, in addresses and in the database. */
    public String word() {
        return words.replace(' ', '-');
    }

    /**
     * The seat that is called so.
     *
     * @throws IllegalArgumentException when none is
     */
    public static Seat named(String word) {
        for (Seat seat : values()) {
            if (seat.word().equals(word)) {
                return seat;
            }
        }
        throw new IllegalArgumentException("is no seat; \"account-manager\" and \"executive-sponsor\" are");
    }

    @Override
    public String toString() {
        return words;
    }
}
