package dev.keyline.engine;

/** A value of FEEL that JSON has no form for. */
final class NotPlainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPlainException(String message) {
        super(message);
    }
}
