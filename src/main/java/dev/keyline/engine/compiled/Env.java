package dev.keyline.engine.compiled;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.util.NumberEvalHelper;

/** A name's value, and those around it. Which name it is the translation knows: a read goes up a fixed number of steps. */
record Env(@Nullable Env up, @Nullable Object value) {
    static Env of(@Nullable Env up, @Nullable Object value) {
        return new Env(up, NumberEvalHelper.coerceNumber(value));
    }

    static Env at(@Nullable Env env, int steps) {
        Env found = env;
        for (int i = 0; i < steps; i++) {
            found = Objects.requireNonNull(found).up();
        }
        return Objects.requireNonNull(found);
    }
}
