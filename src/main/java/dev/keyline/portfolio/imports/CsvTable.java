package dev.keyline.portfolio.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file taken apart.
 *
 * @param header the columns, without surrounding blanks; a column may be nameless, none may be there twice
 * @param lines everything below the header but empty lines; at least one
 */
record CsvTable(String file, char delimiter, List<String> header, List<Line> lines) {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    /**
     * @param number where it begins in the file, from 1; line ends within quotes count
     */
    record Line(int number, List<String> cells) {}

    /** @param rules those whose pattern the file's name has */
    static CsvTable read(ImportFile file, List<FileRule> rules) throws UnreadableFileException {
        String text = CsvText.decode(file.content());
        if (text.isBlank()) {
            throw new UnreadableFileException("is empty");
        }
        @Nullable Character told = excelHint(text);
        char delimiter = told != null ? told : delimiter(text, rules);
        List<Line> lines = lines(text, delimiter);
        if (told != null) {
            lines.remove(0);
        }
        if (lines.size() < 2) {
            throw new UnreadableFileException("has a header and no rows");
        }
        List<String> header =
                lines.remove(0).cells().stream().map(String::strip).toList();
        refuseTwins(header);
        return new CsvTable(file.name(), delimiter, header, lines);
    }

    private static List<Line> lines(String text, char delimiter) throws UnreadableFileException {
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = reader(text, delimiter)) {
            for (CsvRecord line : reader) {
                lines.add(new Line((int) line.getStartingLineNumber(), line.getFields()));
            }
        } catch (CsvParseException e) {
            throw new UnreadableFileException("has a quoted cell that is not well formed: "
                    + (e.getCause() == null
                            ? e.getMessage()
                            : e.getMessage() + " " + e.getCause().getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading a text in memory", e);
        }
        return lines;
    }

    private static CsvReader<CsvRecord> reader(String text, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE) // told row by row
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .ofCsvRecord(text);
    }

    /** Excel's own way to tell: a first line {@code sep=;}. */
    private static @Nullable Character excelHint(String text) {
        return text.startsWith("sep=") && text.length() > 5 && (text.charAt(5) == '\r' || text.charAt(5) == '\n')
                ? text.charAt(4)
                : null;
    }

    private static char delimiter(String text, List<FileRule> rules) {
        return rules.stream()
                .map(FileRule::delimiter)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> likeliest(text, rules));
    }

    // the one under which the header has most of the columns we look for, then the one that finds most columns
    private static char likeliest(String text, List<FileRule> rules) {
        Set<String> expected = new HashSet<>();
        rules.forEach(rule -> expected.addAll(rule.expectedColumns()));
        Comparator<List<String>> better = Comparator.<List<String>>comparingLong(header -> header.stream()
                        .map(String::strip)
                        .filter(expected::contains)
                        .count())
                .thenComparingInt(List::size);
        char best = DELIMITERS.get(0);
        for (char candidate : DELIMITERS.subList(1, DELIMITERS.size())) {
            if (better.compare(header(text, candidate), header(text, best)) > 0) {
                best = candidate;
            }
        }
        return best;
    }

    private static List<String> header(String text, char delimiter) {
        try {
            Iterator<CsvRecord> records = reader(text, delimiter).iterator();
            return records.hasNext() ? records.next().getFields() : List.of();
        } catch (CsvParseException notQuotedLikeThat) {
            return List.of();
        }
    }

    private static void refuseTwins(List<String> header) throws UnreadableFileException {
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!column.isEmpty() && !seen.add(column)) {
                throw new UnreadableFileException("has the column '" + column + "' twice");
            }
        }
    }
}
