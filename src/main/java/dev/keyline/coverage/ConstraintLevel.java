package dev.keyline.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a constraint is to a plan: a better level is never traded for a worse one. */
public enum ConstraintLevel {
    /** Must hold. */
    @JsonProperty("hard")
    HARD,
    /** What stays open: accounts without a manager, sponsors missing. */
    @JsonProperty("medium")
    MEDIUM,
    /** Traded in money. */
    @JsonProperty("soft")
    SOFT
}
