package dev.keyline.portfolio.imports;

import org.jspecify.annotations.Nullable;

/** What a cell gave: a value, or the reason why it gives none. */
sealed interface Reading {
    /**
     * It gave this.
     *
     * @param value typed as the field's type says; null when nothing is known
     */
    record Value(@Nullable Object value) implements Reading {}

    /**
     * It cannot be taken.
     *
     * @param reason a clause whose subject is the cell's text
     */
    record Refused(String reason) implements Reading {}
}
