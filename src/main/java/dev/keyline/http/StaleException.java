package dev.keyline.http;

/** Somebody else changed the thing since the caller read it: 412. */
public final class StaleException extends Refusal {
    private static final long serialVersionUID = 1L;

    /** @param currentTag the entity tag a fresh read would carry, quotes included */
    public StaleException(String currentTag) {
        super(ProblemType.STALE, "It was changed since you read it; it now carries " + currentTag + ".");
    }
}
