package dev.keyline.engine.table;

import java.util.Locale;

/** Which of the rows that match make the answer. */
public enum HitPolicy {
    UNIQUE,
    FIRST,
    ANY,
    PRIORITY,
    RULE_ORDER,
    OUTPUT_ORDER,
    COLLECT,
    SUM,
    COUNT,
    MIN,
    MAX;

    /** The hit policy of a table; one that DMN does not know is taken for {@code UNIQUE}, which refuses the most. */
    static HitPolicy of(TableText table) {
        String name = table.hitPolicy().equals("COLLECT") && table.aggregation() != null
                ? table.aggregation()
                : table.hitPolicy();
        for (HitPolicy policy : values()) {
            if (policy.name().equals(name.toUpperCase(Locale.ROOT).replace(' ', '_'))) {
                return policy;
            }
        }
        return UNIQUE;
    }

    /** Whether it answers with one row of several that match, or with none. */
    public boolean isSingle() {
        return this == UNIQUE || this == FIRST || this == ANY || this == PRIORITY;
    }

    /** Whether the order of rows matters to it. */
    public boolean isOrdered() {
        return this == FIRST || this == RULE_ORDER || this == OUTPUT_ORDER || this == COLLECT || this == PRIORITY;
    }
}
