package dev.keyline.spreadsheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tables as CSV in UTF-8. A cell that a spreadsheet would take for a formula gets an apostrophe before it, which reading
 * takes away again.
 */
final class CsvFile {
    private static final String BYTE_ORDER_MARK = "\ufeff"; // without it Excel reads UTF-8 as something older
    private static final String STARTS_FORMULA =
            "=+-@\t\r'"; // the apostrophe, so that one of the author's own survives
    private static final String ANYTHING = "-"; // a condition that asks nothing; alone it starts no formula

    private CsvFile() {}

    static byte[] write(List<List<String>> lines) {
        StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        lines.forEach(
                line -> csv.writeRecord(line.stream().map(CsvFile::harmless).toList()));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String harmless(String cell) {
        return startsFormula(cell) && !cell.equals(ANYTHING) ? "'" + cell : cell;
    }

    private static boolean startsFormula(String cell) {
        return !cell.isEmpty() && STARTS_FORMULA.indexOf(cell.charAt(0)) >= 0;
    }

    static Grid read(byte[] file, Grid empty, String firstCell) {
        String text = decoded(file);
        Grid grid = empty.called("");
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator(text, firstCell))
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            int row = 0;
            for (CsvRecord line : csv) {
                row++;
                for (int column = 0; column < line.getFieldCount(); column++) {
                    grid.put(row, column, Cell.of(asWritten(line.getField(column))));
                }
            }
        } catch (CsvParseException e) {
            throw new UnreadableSheetException("is no CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory", e);
        }
        return grid;
    }

    private static String asWritten(String cell) {
        return cell.startsWith("'") && startsFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static String decoded(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableSheetException("is not in UTF-8: save it as \"CSV UTF-8\"");
        }
    }

    /** What follows the first cell, whose text is known: a comma, or the semicolon or tab of other countries' spreadsheets. */
    private static String separator(String text, String firstCell) {
        String unquoted = text.startsWith("\"") ? text.substring(1).replaceFirst("\"", "") : text;
        int at = firstCell.length();
        if (unquoted.startsWith(firstCell) && unquoted.length() > at && ",;\t".indexOf(unquoted.charAt(at)) >= 0) {
            return unquoted.substring(at, at + 1);
        }
        throw new UnreadableSheetException(
                "must begin with the cell %s: start from an exported file".formatted(firstCell));
    }
}
