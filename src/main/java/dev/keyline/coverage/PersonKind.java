package dev.keyline.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Account managers hold accounts, executives sponsor them; nobody does both in one plan. */
public enum PersonKind {
    @JsonProperty("account-manager")
    ACCOUNT_MANAGER(Seat.ACCOUNT_MANAGER),
    @JsonProperty("executive")
    EXECUTIVE(Seat.EXECUTIVE_SPONSOR);

    private final Seat seat;

    PersonKind(Seat seat) {
        this.seat = seat;
    }

    Seat seat() {
        return seat;
    }
}
