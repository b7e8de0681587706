package dev.keyline.engine.compiled;

import org.jspecify.annotations.Nullable;

/** What a value goes through on its way into a typed name; one that does not fit is a doubt. */
@FunctionalInterface
interface Conversion {
    Conversion NONE = (run, value) -> value;

    @Nullable
    Object apply(Run run, @Nullable Object value);
}
