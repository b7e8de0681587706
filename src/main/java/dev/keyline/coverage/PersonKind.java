package dev.keyline.coverage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Account managers hold accounts, executives sponsor them; nobody does both in one plan. */
public enum PersonKind {
    ACCOUNT_MANAGER("account-manager", Seat.ACCOUNT_MANAGER),
    EXECUTIVE("executive", Seat.EXECUTIVE_SPONSOR);

    private final String words;
    private final Seat seat;

    PersonKind(String words, Seat seat) {
        this.words = words;
        this.seat = seat;
    }

    /** As it stands in JSON and in the database. */
    @JsonValue
    public String words() {
        return words;
    }

    /**
     * The kind that is called so.
     *
     * @throws IllegalArgumentException when none is
     */
    @JsonCreator
    public static PersonKind of(String words) {
        for (PersonKind kind : values()) {
            if (kind.words.equals(words)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("is no kind of person; \"account-manager\" and \"executive\" are");
    }

    Seat seat() {
        return seat;
    }
}
