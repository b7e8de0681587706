package dev.keyline.policy.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing a check found.
 *
 * @param table the decision whose table it is in; null when it is about the model
 * @param row id; null when it is about no one row
 * @param column what people call the column; null when it is about no one column
 * @param at the place in the cell's text, from 1; null when it is not about a place
 * @param message a sentence
 * @param witness a case that shows it: values by the expressions of columns; empty when there is none
 * @param proposal a row id to take; null when none is missing
 */
public record Finding(
        Severity severity,
        Kind kind,
        @Nullable String table,
        @Nullable String row,
        @Nullable String column,
        @Nullable Integer at,
        String message,
        Map<String, @Nullable Object> witness,
        @Nullable String proposal) {

    public Finding {
        witness = Collections.unmodifiableMap(new LinkedHashMap<>(witness));
    }

    /** How grave: an error makes wrong answers or none, a warning likely is one, a hint makes for a better table. */
    public enum Severity {
        ERROR,
        WARNING,
        HINT
    }

    /** What it is. */
    public enum Kind {
        SYNTAX,
        COMPILATION,
        TYPE,
        GAP,
        OVERLAP,
        UNREACHABLE,
        MISLEADING,
        HIT_POLICY,
        CONTRACTIBLE,
        NOT_DECISIVE,
        NOT_CHECKED,
        UNUSED,
        ROW_ID,
        ANNOTATION,
        OUTPUT,
        NAME,
        NEW_FACT;

        /** As callers read it: {@code row-id}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Finding of(Severity severity, Kind kind, @Nullable String table, String message) {
        return new Finding(severity, kind, table, null, null, null, message, Map.of(), null);
    }

    /** The same, said of a file that the policy imports. */
    public Finding inFile(String path) {
        return new Finding(severity, kind, table, row, column, at, path + ": " + message, witness, proposal);
    }

    Finding in(String where) {
        return new Finding(severity, kind, table, where, column, at, message, witness, proposal);
    }

    Finding under(String title) {
        return new Finding(severity, kind, table, row, title, at, message, witness, proposal);
    }

    Finding at(int place) {
        return new Finding(severity, kind, table, row, column, place, message, witness, proposal);
    }

    Finding shownBy(Map<String, @Nullable Object> values) {
        return new Finding(severity, kind, table, row, column, at, message, values, proposal);
    }

    Finding proposing(String id) {
        return new Finding(severity, kind, table, row, column, at, message, witness, id);
    }
}
