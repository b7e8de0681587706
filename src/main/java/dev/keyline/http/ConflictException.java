package dev.keyline.http;

/** The request is well formed and contradicts the present state: 409. The message says what stands in the way. */
public final class ConflictException extends Refusal {
    private static final long serialVersionUID = 1L;

    public ConflictException(String message) {
        super(ProblemType.CONFLICT, message);
    }
}
