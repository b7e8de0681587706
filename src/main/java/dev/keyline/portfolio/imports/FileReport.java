package dev.keyline.portfolio.imports;

import dev.keyline.portfolio.Written;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one file, or of one of the things the mapping makes of it. */
public record FileReport(
        @Schema(description = "The file's name.") String file,

        @Schema(description = "What the mapping makes of its rows.")
        String entity,

        @Schema(description = "Rows below the header.") int rows,

        @Schema(description = "Rows that the mapping's where and unless leave out.")
        int skipped,

        @Schema(description = "New in the portfolio. A row of a wide usage file counts once for each reading.")
        int inserted,

        @Schema(description = "There already, and now different.")
        int updated,

        @Schema(description = "There already, exactly like that.")
        int unchanged,

        @Schema(description = "Rows not taken; to be had back from …/rejected.")
        int rejected,

        @Schema(description = "Columns that the mapping makes nothing of.")
        List<String> ignoredColumns,

        @Schema(description = "What parts the columns, as stated or found out.")
        String delimiter,

        @Schema(description = "The file's columns, in its order.")
        List<String> columns) {
    static FileReport of(
            CsvTable table, FileRule rule, int skipped, int rejected, Written written, List<String> ignored) {
        return new FileReport(
                table.file(),
                rule.entity().word(),
                table.lines().size(),
                skipped,
                written.inserted(),
                written.updated(),
                written.unchanged(),
                rejected,
                ignored,
                String.valueOf(table.delimiter()),
                table.header());
    }
}
