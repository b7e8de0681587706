package dev.keyline.cli;

/** A file that a command cannot work on. */
final class UnusableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableFileException(String message) {
        super(message);
    }
}
