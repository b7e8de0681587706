package dev.keyline.portfolio.imports;

import static java.util.stream.Collectors.joining;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.keyline.http.BadInputException;
import dev.keyline.http.NotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows that were not taken as a file: put right, it can be sent again. */
public final class RejectedFile {
    private static final List<String> REASONS = List.of("rejected_line", "rejected_column", "rejected_reason");

    private RejectedFile() {}

    /**
     * The file that is meant.
     *
     * @param file null: the only one with such rows
     * @throws NotFoundException when the import has no such file
     * @throws BadInputException when several have such rows and none is named
     */
    public static String choose(ImportReport report, @Nullable String file) {
        if (file != null) {
            if (report.files().stream().noneMatch(each -> each.file().equals(file))) {
                throw new NotFoundException("file", file + " in import " + report.id());
            }
            return file;
        }
        List<String> names = report.files().stream()
                .filter(each -> each.rejected() > 0)
                .map(FileReport::file)
                .distinct()
                .toList();
        if (names.size() > 1) {
            throw new BadInputException("file", "must name one of the files: " + String.join(", ", names));
        }
        return names.stream()
                .findFirst()
                .or(() -> report.files().stream().map(FileReport::file).findFirst())
                .orElseThrow(() -> new NotFoundException("file", "in import " + report.id()));
    }

    /** The file's text: its own columns and delimiter, and in every row where it stood and why it was not taken. */
    public static String text(ImportReport report, String file, List<RejectedRow> rejected) {
        FileReport of = report.files().stream()
                .filter(each -> each.file().equals(file))
                .findFirst()
                .orElseThrow();
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().fieldSeparator(of.delimiter().charAt(0)).build(text)) {
            List<String> header = new ArrayList<>(of.columns());
            header.removeAll(REASONS); // of a file that was had back before
            header.addAll(REASONS);
            csv.writeRecord(header);
            for (List<RejectedRow> line : byLine(rejected)) {
                csv.writeRecord(cells(of.columns(), line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing a text in memory", e);
        }
        return text.toString();
    }

    private static List<List<RejectedRow>> byLine(List<RejectedRow> rejected) {
        Map<Integer, List<RejectedRow>> lines = new TreeMap<>();
        rejected.forEach(row ->
                lines.computeIfAbsent(row.line(), line -> new ArrayList<>()).add(row));
        return List.copyOf(lines.values());
    }

    private static List<String> cells(List<String> columns, List<RejectedRow> line) {
        RejectedRow first = line.get(0);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < first.raw().size(); i++) {
            if (i >= columns.size() || !REASONS.contains(columns.get(i))) {
                cells.add(first.raw().get(i));
            }
        }
        cells.add(Integer.toString(first.line()));
        cells.add(line.stream()
                .map(RejectedRow::column)
                .filter(Objects::nonNull)
                .distinct()
                .collect(joining(", ")));
        cells.add(line.stream().map(RejectedRow::reason).distinct().collect(joining("; ")));
        return cells;
    }
}
