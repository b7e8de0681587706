package dev.keyline.engine.compiled;

/** A model uses what the translation does not know; the message says what. */
final class UntranslatableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UntranslatableException(String what) {
        super(what);
    }
}
