package dev.keyline.http;

/** An {@code Idempotency-Key} came back with another request: 422. */
final class KeyReusedException extends Refusal {
    private static final long serialVersionUID = 1L;

    KeyReusedException(String key) {
        super(ProblemType.KEY_REUSED, "The Idempotency-Key " + key + " was already used with another request.");
    }
}
