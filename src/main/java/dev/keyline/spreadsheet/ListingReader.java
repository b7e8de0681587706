package dev.keyline.spreadsheet;

import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a list that came back in a file; its columns may stand in another order, and others beside them. */
public final class ListingReader {
    /** The largest file that is read, in bytes. */
    public static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final int MOST_ROWS = 100_001;

    /** A line of the file. */
    public static final class Line {
        private final Grid grid;
        private final int row;
        private final Map<String, Integer> columns;

        private Line(Grid grid, int row, Map<String, Integer> columns) {
            this.grid = grid;
            this.row = row;
            this.columns = columns;
        }

        /** The cell in one of the columns that were asked for, without blanks around it. */
        public String text(String column) {
            return cell(column).text().strip();
        }

        private Cell cell(String column) {
            return grid.at(row, index(column));
        }

        /** As people call that cell: {@code Sheet1!C7}, of a CSV {@code C7}. */
        public String place(String column) {
            return grid.place(row, index(column));
        }

        private int index(String column) {
            Integer index = columns.get(column);
            if (index == null) {
                throw new IllegalArgumentException("no column " + column + " was asked for");
            }
            return index;
        }
    }

    private ListingReader() {}

    /**
     * The lines that hold anything in the columns asked for.
     *
     * @param sheet its name; when the workbook has none of it, its first sheet is read
     * @param wanted the columns; the first is the first of a CSV
     * @throws BadInputException naming every missing column and every cell that cannot be read, or why the file cannot be
     *     read at all
     * @throws FileTooLargeException when it is larger than {@link #MOST_BYTES}
     */
    public static List<Line> read(byte[] file, SheetFormat format, String sheet, List<String> wanted) {
        if (file.length > MOST_BYTES) {
            throw new FileTooLargeException(file.length, MOST_BYTES);
        }
        try {
            return lines(format.grid(file, new Grid(sheet, MOST_ROWS), wanted.get(0)), wanted);
        } catch (UnreadableSheetException e) {
            throw new BadInputException("", "the file " + e.getMessage());
        }
    }

    private static List<Line> lines(Grid grid, List<String> wanted) {
        List<InputError> errors = new ArrayList<>();
        Map<String, Integer> columns = new HashMap<>();
        grid.row(1).forEach((column, cell) -> columns.putIfAbsent(cell.text().strip(), column));
        wanted.stream()
                .filter(name -> !columns.containsKey(name))
                .forEach(name -> errors.add(new InputError(grid.place(1, 0), "the first line has no column " + name)));
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
        List<Line> lines = new ArrayList<>();
        for (int row : grid.rowsFrom(2)) {
            Line line = new Line(grid, row, columns);
            boolean holds = false;
            for (String name : wanted) {
                String fault = line.cell(name).fault();
                if (fault != null) {
                    errors.add(new InputError(line.place(name), fault));
                }
                holds |= !line.cell(name).isBlank();
            }
            if (holds) {
                lines.add(line);
            }
        }
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
        return lines;
    }
}
