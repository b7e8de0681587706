package dev.keyline.engine.compiled;

import org.jspecify.annotations.Nullable;

/** A piece of a model that is ready to be worked out. */
@FunctionalInterface
interface Term {
    /**
     * Works it out.
     *
     * @param env the names bound around it, innermost first
     */
    @Nullable
    Object value(Run run, @Nullable Env env);

    /** A piece that is the same in every run. */
    record Constant(@Nullable Object held) implements Term {
        @Override
        public @Nullable Object value(Run run, @Nullable Env env) {
            return held;
        }
    }
}
