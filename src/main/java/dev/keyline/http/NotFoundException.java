package dev.keyline.http;

/** What the path names does not exist, or not for this caller: 404. */
public final class NotFoundException extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param what the kind of thing, as in "account"
     * @param id what the caller called it
     */
    public NotFoundException(String what, String id) {
        super(ProblemType.NOT_FOUND, "There is no " + what + " " + id + ".");
    }
}
