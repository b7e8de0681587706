package dev.keyline.portfolio.imports;

import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Field;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the files of one name pattern.
 *
 * @param pointer its place in the mapping document
 * @param match a glob, held against the name without regard to case
 * @param delimiter null: found out from the file
 * @param fields by the entity's field; null: columns are named like the fields
 * @param attributes custom attributes of accounts; null: columns named like a declared attribute
 * @param metrics columns that are usage readings; null: every column that is no field
 * @param where only rows whose column holds one of the texts
 * @param unless no rows whose column holds one of the texts
 */
record FileRule(
        String pointer,
        String match,
        Entity entity,
        Formats formats,
        @Nullable Character delimiter,
        @Nullable Map<String, CellRule> fields,
        @Nullable Map<String, AttributeRule> attributes,
        @Nullable Map<String, CellRule> metrics,
        Map<String, Set<String>> where,
        Map<String, Set<String>> unless) {
    /** A custom attribute as the mapping declares it. */
    record AttributeRule(
            Field definition,
            @Nullable String unit,
            @Nullable String description,
            CellRule cell) {}

    boolean matches(String fileName) {
        return FileSystems.getDefault()
                .getPathMatcher("glob:" + match.toLowerCase(Locale.ROOT))
                .matches(Path.of(fileName.toLowerCase(Locale.ROOT)));
    }

    /** Columns the rule expects, as far as it names them; to tell delimiters apart. */
    Set<String> expectedColumns() {
        Set<String> columns = new java.util.HashSet<>(where.keySet());
        columns.addAll(unless.keySet());
        if (fields == null) {
            entity.fields().forEach(field -> columns.add(field.name()));
        } else {
            fields.values().forEach(rule -> columns.addAll(rule.columns()));
        }
        return columns;
    }

    /** What its rows cannot do without: the key, and of something with a key of several fields everything required. */
    List<String> indispensable() {
        boolean wide = metrics == null || !metrics.isEmpty();
        return entity.fields().stream()
                .filter(field -> entity.keys().size() > 1 ? field.required() : field.key())
                .map(Field::name)
                .filter(name -> !(wide && List.of("metric", "value").contains(name)))
                .toList();
    }
}
