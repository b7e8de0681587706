package dev.keyline.engine;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a fact may be, as the vocabulary defines it.
 *
 * @param list whether its value is a list of such values
 * @param components of a record, in the order of their definition; empty for a simple type
 * @param unit as in {@code currency/year}, null where there is none
 * @param allowed the values allowed, as the vocabulary's FEEL writes them; null: any of the kind
 * @param test whether a value of the kind is allowed
 */
public record FactType(
        String name,
        Kind kind,
        boolean list,
        List<FactType> components,
        @Nullable String description,
        @Nullable String unit,
        @Nullable String allowed,
        Predicate<Object> test) {

    /** FEEL's types as far as facts use them. */
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE,
        DATE_TIME,
        DURATION,
        RECORD,
        ANY;

        /** As callers read it: {@code date-time}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
