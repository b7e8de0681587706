package dev.keyline.spreadsheet;

/** A file that is no sheet a table could be read from, or one that does harm; the message goes on from "the file". */
final class UnreadableSheetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableSheetException(String message) {
        super(message);
    }
}
