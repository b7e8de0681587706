package dev.keyline.engine.table;

/** A cell that does not parse. */
final class CellSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int column;

    /**
     * Says where and why.
     *
     * @param column of the cell's text, from 1
     */
    CellSyntaxException(int column, String message) {
        super(message);
        this.column = column;
    }

    int column() {
        return column;
    }
}
