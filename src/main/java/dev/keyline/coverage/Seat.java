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

    @Override
    public String toString() {
        return words;
    }
}
