package dev.keyline.spreadsheet;

import dev.keyline.engine.table.ModelTypes;
import dev.keyline.engine.table.TableText;
import dev.keyline.http.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The files in which a decision table travels. Both hold the same lines, so that either can be read back. */
public enum SheetFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public byte[] write(TableText table) {
            return XlsxWriter.write(table);
        }

        @Override
        public byte[] write(Listing listing) {
            return XlsxWriter.write(listing);
        }

        @Override
        Grid grid(byte[] file, Grid empty, String firstCell) {
            return XlsxReader.read(file, empty);
        }
    },
    CSV("text/csv") {
        @Override
        public byte[] write(TableText table) {
            return CsvFile.write(TableLayout.lines(table));
        }

        @Override
        public byte[] write(Listing listing) {
            List<List<String>> lines = new ArrayList<>(List.of(listing.header()));
            lines.addAll(listing.rows());
            return CsvFile.write(lines);
        }

        @Override
        Grid grid(byte[] file, Grid empty, String firstCell) {
            return CsvFile.read(file, empty, firstCell);
        }
    };

    /** The largest file that is read, in bytes. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The ending of a file's name. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    /** A table as a file of this format; no cell of it is ever taken for a formula. */
    public abstract byte[] write(TableText table);

    /** A list as a file of this format. */
    public abstract byte[] write(Listing listing);

    /**
     * A table with the rows that a file has in their place. Rows without an id get one that is new to the model.
     *
     * @param table as the model has it: the file's columns have to be the same
     * @param elsewhere ids of rows that the model's other tables have
     * @param types what the cells may name
     * @throws BadInputException naming every cell that is wrong, or why the file cannot be read at all
     * @throws FileTooLargeException when it is larger than {@link #MOST_BYTES}
     */
    public TableText read(byte[] file, TableText table, Set<String> elsewhere, ModelTypes types) {
        if (file.length > MOST_BYTES) {
            throw new FileTooLargeException(file.length, MOST_BYTES);
        }
        try {
            Grid empty = new Grid(XlsxWriter.sheetName(table), Grid.MOST_ROWS);
            return RowReader.read(grid(file, empty, TableLayout.FIRST_CELL), table, elsewhere, types);
        } catch (UnreadableSheetException e) {
            throw new BadInputException("", String.valueOf(e.getMessage()));
        }
    }

    /**
     * The cells of a file.
     *
     * @param empty what they are put into; it has the name of the sheet that is wanted
     * @param firstCell what the first cell holds
     */
    abstract Grid grid(byte[] file, Grid empty, String firstCell);
}
