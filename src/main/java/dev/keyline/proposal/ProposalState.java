package dev.keyline.proposal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a proposal is. */
public enum ProposalState {
    OPEN,
    APPROVED,
    REJECTED,
    WITHDRAWN;

    /** As it stands in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ProposalState named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
