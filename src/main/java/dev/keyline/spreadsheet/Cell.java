package dev.keyline.spreadsheet;

import org.jspecify.annotations.Nullable;

/**
 * A cell as FEEL text: a number with the digits that are shown, a date as {@code date("2026-01-31")}.
 *
 * @param fault why it cannot be taken, for instance because it is a formula; null: it can
 */
record Cell(String text, @Nullable String fault) {
    static final Cell EMPTY = of("");

    static Cell of(String text) {
        return new Cell(text, null);
    }

    static Cell bad(String fault) {
        return new Cell("", fault);
    }

    boolean isBlank() {
        return fault == null && text.isBlank();
    }
}
