package dev.keyline.portfolio.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from.
 *
 * @param pointer its place in the mapping document
 * @param columns none for a constant, several for a text built from them
 * @param join between the texts of several columns
 * @param values the file's words to ours, found without regard to case
 * @param otherwise for words that {@code values} lacks; null: such a word is taken as it is
 * @param fallback for an empty cell
 */
record CellRule(
        String pointer,
        List<String> columns,
        String join,
        @Nullable String constant,
        Map<String, String> values,
        @Nullable String otherwise,
        @Nullable String fallback,
        Formats formats) {
    static CellRule column(String pointer, String column, Formats formats) {
        return new CellRule(pointer, List.of(column), "", null, Map.of(), null, null, formats);
    }
}
