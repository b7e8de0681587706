package dev.keyline.portfolio.imports;

/** A file that cannot be taken at all, not even in part. The message says why and where. */
final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableFileException(String message) {
        super(message);
    }
}
