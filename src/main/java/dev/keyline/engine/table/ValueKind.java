package dev.keyline.engine.table;

import java.util.Locale;

/** What the values of a column are, as far as tables of comparisons need to know. */
public enum ValueKind {
    NUMBER,
    TEXT,
    BOOLEAN,
    DATE,
    /** Date and time without a zone; one with a zone is an expression to this form. */
    DATE_TIME,
    /** Days and time. */
    DURATION,
    /** Years and months. */
    MONTHS,
    /** Not known, or of several kinds. */
    ANY;

    /** Whether its values have an order that conditions ask for. */
    boolean isOrdered() {
        return this != TEXT && this != BOOLEAN && this != ANY;
    }

    /** As people read it: {@code date time}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
