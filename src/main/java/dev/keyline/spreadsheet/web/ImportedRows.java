package dev.keyline.spreadsheet.web;

import dev.keyline.engine.table.TableText;
import dev.keyline.spreadsheet.PolicyTables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the rows of a file did to a table. */
@Schema(description = "What the rows of a file did to a table of the draft.")
record ImportedRows(
        @Schema(description = "The table.") String table,

        @Schema(description = "The draft's revision, as its ETag says it.")
        long revision,

        @Schema(description = "How many rows the table has now.")
        int rows,

        @Schema(description = "Ids of new rows; the service named those that came without.")
        List<String> added,

        @Schema(description = "Ids of rows whose cells differ.")
        List<String> changed,

        @Schema(description = "Ids of rows that are gone.") List<String> removed) {

    static ImportedRows of(PolicyTables.Imported imported) {
        Map<String, TableText.Row> before = byId(imported.before());
        Map<String, TableText.Row> after = byId(imported.after());
        return new ImportedRows(
                imported.after().id(),
                imported.draft().revision(),
                imported.after().rows().size(),
                after.keySet().stream().filter(id -> !before.containsKey(id)).toList(),
                imported.after().rows().stream()
                        .filter(row -> before.containsKey(row.id()) && !row.equals(before.get(row.id())))
                        .map(TableText.Row::id)
                        .toList(),
                before.keySet().stream().filter(id -> !after.containsKey(id)).toList());
    }

    private static Map<String, TableText.Row> byId(TableText table) {
        return table.rows().stream()
                .collect(Collectors.toMap(
                        TableText.Row::id, Function.identity(), (first, same) -> first, LinkedHashMap::new));
    }
}
