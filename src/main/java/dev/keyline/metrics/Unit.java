package dev.keyline.metrics;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a metric's value counts. */
public enum Unit {
    /** 0.85 for 85 %. */
    SHARE(4),
    /** Of the reporting currency. */
    MONEY(2),
    /** CSAT: 1 to 5. */
    GRADE(2),
    /** NPS: −100 to 100. */
    POINTS(1);

    private final int decimals;

    Unit(int decimals) {
        this.decimals = decimals;
    }

    /** To which a value is rounded, half to even. */
    int decimals() {
        return decimals;
    }

    @JsonValue
    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
