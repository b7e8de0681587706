package dev.keyline.engine.compiled;

import org.jspecify.annotations.Nullable;

/** A test of one value: a cell of a decision table, or a part of it. */
@FunctionalInterface
interface Cell {
    Cell ANY = (run, env, value) -> Boolean.TRUE;

    /** Answers true, false, or null where the engine does. */
    @Nullable
    Boolean test(Run run, @Nullable Env env, @Nullable Object value);

    /** Whether any of several holds. */
    static Cell anyOf(Cell[] cells) {
        if (cells.length == 1) {
            Cell only = cells[0];
            return (run, env, value) -> Boolean.TRUE.equals(only.test(run, env, value));
        }
        return (run, env, value) -> {
            for (Cell cell : cells) {
                if (Boolean.TRUE.equals(cell.test(run, env, value))) {
                    return Boolean.TRUE;
                }
            }
            return Boolean.FALSE;
        };
    }
}
