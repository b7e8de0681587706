package dev.keyline.engine.compiled;

/** The engine itself has to answer: it has something to say, or this evaluation took more than it may. */
final class DoubtException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DoubtException(String reason) {
        super(reason, null, false, false);
    }
}
